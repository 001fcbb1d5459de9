/** Everything at a glance: the Overview with the blocks that modules contribute, arranged by each user. Reads what others own, and changes none of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "web", "reporting", "ledger", "ledger :: tables"})
package io.dunlin.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
