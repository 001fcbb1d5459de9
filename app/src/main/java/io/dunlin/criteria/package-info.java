/** The one language: indicators, criteria over them that become one SQL condition, and rules that give values to whoever meets them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "tenancy", "jobs", "web"})
package io.dunlin.criteria;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
