/** Search & Assign: rules that give a value to whoever a saved search finds, their runs, and what they changed. */
@NullMarked
@NamedInterface("rules")
package io.dunlin.criteria.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
