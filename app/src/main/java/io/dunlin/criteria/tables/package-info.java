/** The tables of this module, generated from its migrations; other modules may read them where their rules name "criteria :: tables". */
@NullMarked
@NamedInterface("tables")
package io.dunlin.criteria.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
