package io.dunlin.insights.web;

import io.dunlin.kernel.Right;
import io.dunlin.tenancy.User;
import io.dunlin.web.Viewer;
import java.time.ZoneId;
import java.util.Locale;

/** A user in Paris. */
public record SignedInViewer(User user) implements Viewer {
    @Override
    public String name() {
        return user.name();
    }

    @Override
    public boolean isSignedIn() {
        return true;
    }

    @Override
    public Locale language() {
        return Locale.forLanguageTag(user.language());
    }

    @Override
    public String dateFormat() {
        return user.dateFormat();
    }

    @Override
    public String theme() {
        return user.theme();
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Paris");
    }

    @Override
    public boolean may(Right right) {
        return user.may(right);
    }
}
