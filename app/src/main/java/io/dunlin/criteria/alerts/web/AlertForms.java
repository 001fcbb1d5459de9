package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.alerts.Alert;
import io.dunlin.criteria.alerts.AlertChanges.Wish;
import io.dunlin.criteria.alerts.AlertLevel;
import io.dunlin.criteria.alerts.AlertType;
import io.dunlin.criteria.alerts.Frequency;
import io.dunlin.criteria.alerts.Recipient;
import io.dunlin.criteria.alerts.Recipients;
import io.dunlin.criteria.alerts.web.AlertFormView.Told;
import io.dunlin.criteria.web.BuilderView;
import io.dunlin.criteria.web.Labels;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.RoleRights;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Fills the form of an alert, and reads it. */
@Component
class AlertForms {
    private static final String USER = "user-";
    private static final String ROLE = "role-";

    private final Recipients recipients;
    private final Users users;
    private final CurrentUser user;
    private final Labels labels;

    AlertForms(Recipients recipients, Users users, CurrentUser user, Labels labels) {
        this.recipients = recipients;
        this.users = users;
        this.user = user;
        this.labels = labels;
    }

    AlertFormView blank(BuilderView builder) {
        var told = List.of(new Recipient(user.id(), null, Frequency.DAILY));
        return new AlertFormView(
                null,
                "",
                AlertType.COLLECTION,
                AlertLevel.MEDIUM,
                false,
                told(user.get(), told),
                roles(told),
                colleagues(user.id(), told),
                builder);
    }

    AlertFormView of(Alert alert, BuilderView builder) {
        var told = recipients.of(alert.id());
        return new AlertFormView(
                alert.id(),
                alert.name(),
                alert.type(),
                alert.level(),
                alert.shared(),
                told(users.get(alert.ownerId()), told),
                roles(told),
                colleagues(alert.ownerId(), told),
                builder);
    }

    Wish read(MultiValueMap<String, String> form, Criteria criteria) {
        return new Wish(
                Objects.requireNonNullElse(form.getFirst("name"), ""),
                one(AlertType.values(), form.getFirst("type"), AlertType.COLLECTION),
                one(AlertLevel.values(), form.getFirst("level"), AlertLevel.NONE),
                "true".equals(form.getFirst("shared")),
                criteria,
                told(form));
    }

    private List<Recipient> told(MultiValueMap<String, String> form) {
        var told = new ArrayList<Recipient>();
        for (var person : users.all()) {
            var frequency = frequency(form.getFirst(USER + person.id()));
            if (frequency != null) {
                told.add(new Recipient(person.id(), null, frequency));
            }
        }
        for (var role : Role.values()) {
            var frequency = frequency(form.getFirst(ROLE + role.name()));
            if (frequency != null) {
                told.add(new Recipient(null, role, frequency));
            }
        }
        return told;
    }

    private List<Told> roles(List<Recipient> told) {
        return Arrays.stream(Role.values())
                .filter(role -> RoleRights.of(role).contains(Right.SEE_CUSTOMERS))
                .map(role -> new Told(
                        ROLE + role.name(),
                        labels.text(role.textKey()),
                        told.stream()
                                .filter(one -> one.role() == role)
                                .map(Recipient::frequency)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private List<Told> colleagues(UserId owner, List<Recipient> told) {
        return users.all().stream()
                .filter(person -> !person.id().equals(owner) && person.may(Right.SEE_CUSTOMERS))
                .map(person -> told(person, told))
                .toList();
    }

    private static Told told(User person, List<Recipient> told) {
        return new Told(
                USER + person.id(),
                person.name(),
                told.stream()
                        .filter(one -> person.id().equals(one.user()))
                        .map(Recipient::frequency)
                        .findFirst()
                        .orElse(null));
    }

    private static @Nullable Frequency frequency(@Nullable String name) {
        return Arrays.stream(Frequency.values())
                .filter(frequency -> frequency.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static <E extends Enum<E>> E one(E[] values, @Nullable String name, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(otherwise);
    }
}
