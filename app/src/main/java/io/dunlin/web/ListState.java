package io.dunlin.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The state of a list as a view keeps it: the query of its address without what belongs to the moment. */
final class ListState {
    /** A view shows a page number, a company and a day of its own as little as it shows rows of its own, or criteria half built. */
    private static final List<String> MOMENT = List.of("page", "company", "asOf", "build");

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9~._%-]+){1,8}");
    private static final int LONGEST = 2_000;

    private ListState() {}

    /** Written anew, so that it is a query and nothing else; without the question mark. */
    static String of(String address) {
        return query(address, name -> !MOMENT.contains(name));
    }

    /** Address of the list in this state, of the company and day of the address. */
    static String open(String address, String state) {
        var moment = query(address, name -> MOMENT.contains(name) && !name.equals("page") && !name.equals("build"));
        return path(address) + "?" + moment + (moment.isEmpty() || state.isEmpty() ? "" : "&") + state;
    }

    static boolean isList(String path) {
        return path.length() <= 200 && PATH.matcher(path).matches();
    }

    static boolean isTooLong(String state) {
        return state.length() > LONGEST;
    }

    static String path(String address) {
        var query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private static String query(String address, Predicate<String> names) {
        var query = address.indexOf('?');
        var parameters = new ArrayList<String>();
        UriComponentsBuilder.newInstance()
                .query(query < 0 ? "" : address.substring(query + 1))
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.stream()
                        .filter(value -> value != null && !value.isEmpty() && names.test(name))
                        .forEach(value -> parameters.add(encoded(name) + "=" + encoded(value))));
        return String.join("&", parameters);
    }

    private static String encoded(String text) {
        return UriUtils.encode(Page.decoded(text), StandardCharsets.UTF_8);
    }
}
