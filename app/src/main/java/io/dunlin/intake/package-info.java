/** Data coming in: one pipeline read, map, check, diff, apply. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "jobs", "reporting", "ledger", "web"})
package io.dunlin.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
