/** The engine under everything: finds or starts PostgreSQL, migrates it, hands out connections that own nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.dunlin.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
