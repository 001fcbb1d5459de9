package io.dunlin.web;

import io.dunlin.kernel.Right;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The address without a path, and the index of the settings. */
@Controller
class StartPages {
    private final Viewers viewers;
    private final List<MenuEntry> menu;

    StartPages(Viewers viewers, List<MenuEntry> menu) {
        this.viewers = viewers;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    }

    /** Opens the first page of the navigation that the viewer may see. */
    @ForSignedIn
    @GetMapping("/")
    ResponseEntity<Void> start() {
        var viewer = viewers.current();
        var first = menu.stream()
                .filter(entry -> entry.place() == MenuEntry.Place.RAIL && viewer.may(entry.right()))
                .findFirst()
                .map(MenuEntry::path)
                .orElse("/account");
        return ResponseEntity.status(302).location(URI.create(first)).build();
    }

    @Requires(Right.SEE_OVERVIEW)
    @GetMapping("/settings")
    String settings() {
        return "web/settings";
    }
}
