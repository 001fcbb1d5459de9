package io.dunlin.tenancy.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; its secret is not kept.
 *
 * @param expires null: never
 * @param lastUsed null: not yet
 */
public record ApiToken(
        long number,
        String name,
        Instant created,
        @Nullable Instant expires,
        @Nullable Instant lastUsed) {}
