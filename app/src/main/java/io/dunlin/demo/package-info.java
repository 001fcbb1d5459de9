/** A realistic portfolio to try everything with: three invented companies that can be removed again. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "jobs", "intake", "ledger", "web"})
package io.dunlin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
