/** The one language: indicators, and criteria over them that become one SQL condition. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "web"})
package io.dunlin.criteria;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
