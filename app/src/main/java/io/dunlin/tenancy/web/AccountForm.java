package io.dunlin.tenancy.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.User;
import java.util.List;

/** What people set up for themselves. */
public record AccountForm(String name, String language, String dateFormat, String theme, int version) {
    /** Patterns of {@link java.time.format.DateTimeFormatter} to choose from. */
    public static final List<String> DATE_FORMATS = List.of("yyyy-MM-dd", "dd/MM/yyyy", "dd.MM.yyyy", "MM/dd/yyyy");

    public static final List<String> THEMES = List.of("auto", "light", "dark");

    static AccountForm of(User user) {
        return new AccountForm(user.name(), user.language(), user.dateFormat(), user.theme(), user.version());
    }

    User appliedTo(User user) {
        if (!DATE_FORMATS.contains(dateFormat) || !THEMES.contains(theme)) {
            throw new Rejected("error.rejected");
        }
        return new User(
                user.id(),
                user.email(),
                Inputs.required(name),
                user.role(),
                language,
                dateFormat,
                theme,
                user.hasPassword(),
                user.active(),
                user.mayImport(),
                user.company(),
                user.lastSignIn(),
                version);
    }
}
