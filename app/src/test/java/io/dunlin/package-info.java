@NullMarked
package io.dunlin;

import org.jspecify.annotations.NullMarked;
