package io.dunlin.tenancy.signin;

import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.User;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewer;
import io.dunlin.web.Viewers;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The viewer is the signed-in user; before sign-in, somebody without rights in the browser's language. */
@Component
class CurrentViewers implements Viewers {
    private final CurrentUser user;
    private final CurrentCompany company;
    private final Texts texts;

    CurrentViewers(CurrentUser user, CurrentCompany company, Texts texts) {
        this.user = user;
        this.company = company;
        this.texts = texts;
    }

    @Override
    public Viewer current() {
        return user.find().<Viewer>map(Known::new).orElseGet(() -> new Unknown(browserLanguage()));
    }

    private Locale browserLanguage() {
        var asked = LocaleContextHolder.getLocale();
        return texts.byLanguage().containsKey(asked.getLanguage()) ? asked : Locale.ENGLISH;
    }

    private final class Known implements Viewer {
        private final User known;

        Known(User known) {
            this.known = known;
        }

        @Override
        public String name() {
            return known.name();
        }

        @Override
        public boolean isSignedIn() {
            return true;
        }

        @Override
        public Locale language() {
            return Locale.of(known.language());
        }

        @Override
        public String dateFormat() {
            return known.dateFormat();
        }

        @Override
        public String theme() {
            return known.theme();
        }

        @Override
        public ZoneId zone() {
            return company.get().zone();
        }

        @Override
        public boolean may(Right right) {
            return known.may(right);
        }
    }

    private record Unknown(Locale language) implements Viewer {
        @Override
        public String name() {
            return "";
        }

        @Override
        public boolean isSignedIn() {
            return false;
        }

        @Override
        public String dateFormat() {
            return "yyyy-MM-dd";
        }

        @Override
        public String theme() {
            return "auto";
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public boolean may(Right right) {
            return false;
        }
    }
}
