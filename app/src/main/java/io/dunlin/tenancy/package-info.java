/** Whose data and who looks: tenants, companies, users, roles, rights, sign-in, audit, settings. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web"})
package io.dunlin.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
