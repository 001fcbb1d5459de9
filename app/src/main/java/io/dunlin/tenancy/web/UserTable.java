package io.dunlin.tenancy.web;

import io.dunlin.tenancy.User;
import io.dunlin.web.Cell;
import io.dunlin.web.Column;
import io.dunlin.web.Column.Kind;
import io.dunlin.web.Table;
import io.dunlin.web.TableRequest;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The list of users; a tenant has few, so they are searched and sorted here. */
@Component
class UserTable {
    private final Texts texts;
    private final Viewers viewers;

    UserTable(Texts texts, Viewers viewers) {
        this.texts = texts;
        this.viewers = viewers;
    }

    Table of(List<User> users, TableRequest request) {
        var found = users.stream()
                .filter(user -> (user.name() + " " + user.email())
                        .toLowerCase(Locale.ROOT)
                        .contains(request.text().toLowerCase(Locale.ROOT)))
                .sorted(order(request))
                .toList();
        var rows = found.stream()
                .skip(request.offset())
                .limit(request.size())
                .map(this::row)
                .toList();
        return new Table(
                "users",
                List.of(
                        new Column("name", text("tenancy.user.name"), null, Kind.TEXT, true),
                        new Column("email", text("tenancy.email"), null, Kind.TEXT, true),
                        new Column("role", text("tenancy.user.role"), null, Kind.TEXT, true),
                        new Column("state", text("tenancy.user.state"), null, Kind.TEXT, false),
                        new Column("lastSignIn", text("tenancy.user.last_sign_in"), null, Kind.TIME, true)),
                rows,
                List.of(),
                found.size(),
                request);
    }

    private List<Cell> row(User user) {
        return List.of(
                Cell.link(user.name(), "/settings/users/" + user.id()),
                Cell.of(user.email()),
                Cell.of(text(user.role().textKey())),
                state(user),
                Cell.of(user.lastSignIn()));
    }

    private Cell state(User user) {
        if (!user.active()) {
            return Cell.of(text("tenancy.user.closed")).withTone("bad");
        }
        return user.hasPassword()
                ? Cell.of(text("tenancy.user.active")).withTone("good")
                : Cell.of(text("tenancy.user.invited")).withTone("warn");
    }

    private static Comparator<User> order(TableRequest request) {
        Comparator<User> order = switch (request.sort()) {
            case "email" -> Comparator.comparing(User::email, String.CASE_INSENSITIVE_ORDER);
            case "role" -> Comparator.comparing(User::role);
            case "lastSignIn" ->
                Comparator.comparing(User::lastSignIn, Comparator.nullsFirst(Comparator.naturalOrder()));
            default -> Comparator.comparing(User::name, String.CASE_INSENSITIVE_ORDER);
        };
        return request.descending() ? order.reversed() : order;
    }

    private String text(String key) {
        return texts.text(viewers.current().language(), key);
    }
}
