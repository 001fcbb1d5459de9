@NullMarked
package io.dunlin.kernel;

import org.jspecify.annotations.NullMarked;
