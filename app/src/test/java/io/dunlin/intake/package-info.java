@NullMarked
package io.dunlin.intake;

import org.jspecify.annotations.NullMarked;
