package io.dunlin.criteria.web;

import io.dunlin.kernel.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The address of the list, or of the form, that criteria are built for; of a list with its filters and order. */
public record ListAddress(UriComponents address) {
    private static final String CRITERIA = "c";

    /** In an address: nothing may lead away from it. */
    public static final String ALONE = "alone";

    /** From the field of a form; one that leads elsewhere is none. */
    static ListAddress of(MultiValueMap<String, String> form) {
        return of(Objects.requireNonNullElse(form.getFirst("address"), ""));
    }

    /** One that leads elsewhere is refused. */
    public static ListAddress of(String given) {
        var cut = given.indexOf('?');
        var path = cut < 0 ? given : given.substring(0, cut);
        if (!path.matches("(/[a-z0-9]{1,40}){1,3}")) {
            throw new NotFound("List", path);
        }
        // Written anew, so that it is a query and nothing else.
        var list = UriComponentsBuilder.fromPath(path);
        UriComponentsBuilder.newInstance()
                .query(cut < 0 ? "" : given.substring(cut + 1))
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.stream()
                        .filter(value -> value != null && !value.isEmpty())
                        .forEach(value -> list.queryParam(encoded(decoded(name)), encoded(decoded(value)))));
        return new ListAddress(list.build());
    }

    /** Whether it is no list but a form that keeps the criteria: it is saved, and nothing is searched. */
    public boolean isForm() {
        return address.getPathSegments().size() > 1;
    }

    /** Whether what is typed around it would be lost by leading elsewhere: then no searches are offered. */
    public boolean isAlone() {
        return address.getQueryParams().containsKey(ALONE);
    }

    /** Without its parameters. */
    public String path() {
        return Objects.requireNonNullElse(address.getPath(), "");
    }

    /** With all its parameters. */
    public String whole() {
        return address.toUriString();
    }

    /** What it asks for; empty for nothing. */
    String criteria() {
        var asked = address.getQueryParams().getFirst(CRITERIA);
        return asked == null ? "" : decoded(asked);
    }

    /** The first page of the list with other criteria, no longer built. */
    String with(String criteria) {
        var list = UriComponentsBuilder.newInstance()
                .uriComponents(address)
                .replaceQueryParam("page")
                .replaceQueryParam("build");
        var there = criteria.isEmpty()
                ? list.replaceQueryParam(CRITERIA)
                : list.replaceQueryParam(CRITERIA, encoded(criteria));
        var found = there.build().toUriString();
        return found.indexOf('?') < 0 ? found + "?" : found;
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static String decoded(String value) {
        try {
            return UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercent) {
            return value;
        }
    }
}
