/** When things run: background work with progress, retries and take-over. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "tenancy", "tenancy :: tables", "web"})
package io.dunlin.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
