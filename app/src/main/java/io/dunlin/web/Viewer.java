package io.dunlin.web;

import io.dunlin.kernel.Right;
import java.time.ZoneId;
import java.util.Locale;

/** The person in front of the page, as far as pages need to know. */
public interface Viewer {
    /** Full name; empty before sign-in. */
    String name();

    boolean isSignedIn();

    Locale language();

    /** Pattern of {@link java.time.format.DateTimeFormatter}, such as {@code dd/MM/yyyy}. */
    String dateFormat();

    /** {@code auto}, {@code light} or {@code dark}. */
    String theme();

    /** Zone in which instants are shown. */
    ZoneId zone();

    boolean may(Right right);
}
