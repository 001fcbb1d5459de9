package io.dunlin.web;

import io.dunlin.kernel.Right;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Somebody with all rights, in Paris. */
record SomeViewer(String name, Locale language, String dateFormat) implements Viewer {
    /** A page of this viewer at the address. */
    Page at(String address) {
        return new Page(this, new Texts(), address, "", List.of());
    }

    @Override
    public boolean isSignedIn() {
        return true;
    }

    @Override
    public String theme() {
        return "auto";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Paris");
    }

    @Override
    public boolean may(Right right) {
        return true;
    }
}
