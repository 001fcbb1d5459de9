/** What tests share: a settable clock, a tenant with a company, the application on a database of its own. */
@NullMarked
package io.dunlin.testing;

import org.jspecify.annotations.NullMarked;
