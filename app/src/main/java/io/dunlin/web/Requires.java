package io.dunlin.web;

import io.dunlin.kernel.Right;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The right that a page or action asks for. Every handler has this or {@link ForEveryone} or {@link ForSignedIn}; a test fails otherwise. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Right value();
}
