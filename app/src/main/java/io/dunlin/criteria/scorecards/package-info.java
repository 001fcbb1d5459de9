/** Scorecards: points and a class for each customer, why it has them, and what it had before. */
@NullMarked
@NamedInterface("scorecards")
package io.dunlin.criteria.scorecards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
