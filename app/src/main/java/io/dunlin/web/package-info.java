/** The shell: layout, menu, forms, tables, charts, downloads, languages, errors. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package io.dunlin.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
