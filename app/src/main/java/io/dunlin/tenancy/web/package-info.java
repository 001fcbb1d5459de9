/** Pages of sign-in, users, companies, the audit trail and one's own account. */
@NullMarked
package io.dunlin.tenancy.web;

import org.jspecify.annotations.NullMarked;
