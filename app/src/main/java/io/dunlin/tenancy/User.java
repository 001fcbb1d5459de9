package io.dunlin.tenancy;

import io.dunlin.kernel.Right;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person who works with the product.
 *
 * @param email with which they sign in, unique over all tenants
 * @param language ISO code, such as {@code fr}
 * @param dateFormat pattern of {@link java.time.format.DateTimeFormatter}
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param hasPassword false until the person has chosen one
 * @param mayImport the right to load files, granted to this person whatever the role
 * @param company chosen in the top bar; null before the first choice
 * @param lastSignIn null before the first
 * @param version for concurrent changes
 */
public record User(
        UserId id,
        String email,
        String name,
        Role role,
        String language,
        String dateFormat,
        String theme,
        boolean hasPassword,
        boolean active,
        boolean mayImport,
        @Nullable CompanyId company,
        @Nullable Instant lastSignIn,
        int version) {
    public boolean may(Right right) {
        return active && (RoleRights.of(role).contains(right) || (right == Right.IMPORT && mayImport));
    }
}
