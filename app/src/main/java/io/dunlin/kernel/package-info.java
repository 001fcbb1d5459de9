/** Words everyone speaks: money, languages, refusals; no Spring, no SQL. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.dunlin.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
