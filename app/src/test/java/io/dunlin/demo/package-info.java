@NullMarked
package io.dunlin.demo;

import org.jspecify.annotations.NullMarked;
