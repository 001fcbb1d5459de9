/** The page of the demo companies. */
@NullMarked
package io.dunlin.demo.web;

import org.jspecify.annotations.NullMarked;
