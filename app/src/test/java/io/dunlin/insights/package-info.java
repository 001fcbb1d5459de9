/** Tests of the Overview. */
@NullMarked
package io.dunlin.insights;

import org.jspecify.annotations.NullMarked;
