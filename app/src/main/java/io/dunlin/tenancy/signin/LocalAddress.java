package io.dunlin.tenancy.signin;

import org.jspecify.annotations.Nullable;

/** Where a form may lead afterwards: only addresses of this site, so that no link leads a signed-in person elsewhere. */
public final class LocalAddress {
    private LocalAddress() {}

    /** The address itself where it is one of this site, else the first page. */
    public static String of(@Nullable String next) {
        return next != null
                        && next.startsWith("/")
                        && !next.startsWith("//")
                        && next.chars().noneMatch(letter -> letter == '\\' || letter < ' ')
                ? next
                : "/";
    }
}
