/** The main paths of a person, in a real browser against the running application. */
@NullMarked
package io.dunlin.browser;

import org.jspecify.annotations.NullMarked;
