/** Texts of the criteria, and the pages on which they are built. */
@NullMarked
@NamedInterface("web")
package io.dunlin.criteria.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
