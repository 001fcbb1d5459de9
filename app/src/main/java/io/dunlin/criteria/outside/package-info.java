/** What sources outside tell of customers: one store with the present value, since when, who said so, and all values before. */
@NullMarked
@NamedInterface("outside")
package io.dunlin.criteria.outside;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
