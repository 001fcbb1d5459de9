/** Texts of the criteria, and the pages on which they are built. */
@NullMarked
package io.dunlin.criteria.web;

import org.jspecify.annotations.NullMarked;
