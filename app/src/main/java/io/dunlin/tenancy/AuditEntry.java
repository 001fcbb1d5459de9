package io.dunlin.tenancy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail.
 *
 * @param actor name of the user as it was then; empty for the system
 * @param action stable code
 * @param detail JSON object
 * @param address network address; null for background work
 */
public record AuditEntry(
        Instant at,
        String actor,
        String action,
        String subject,
        String detail,
        @Nullable String address) {}
