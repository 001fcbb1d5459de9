/** How fast Dunlin is, as a ratio to a floor taken in the same run on the same server. */
@NullMarked
package io.dunlin.bench;

import org.jspecify.annotations.NullMarked;
