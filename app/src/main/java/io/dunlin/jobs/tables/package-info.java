/** The tables of this module, generated from its migrations; other modules may read them where their rules name "jobs :: tables". */
@NullMarked
@NamedInterface("tables")
package io.dunlin.jobs.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
