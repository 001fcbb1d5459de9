/** What all reports share: filters in the address, as-of date, chart, table, export, JSON. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "web"})
package io.dunlin.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
