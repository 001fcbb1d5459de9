package io.dunlin.web;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The menu of views above every list; each answer leads back to the list. */
@Controller
@ForSignedIn
class ViewActions {
    private final SavedViews views;

    ViewActions(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/views")
    ResponseEntity<Void> save(
            @RequestParam String address,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "false") boolean opens) {
        var list = list(address);
        var id = views.save(list, name, state(address), shared);
        if (opens) {
            views.openWith(list, id);
        }
        return back(address);
    }

    @PostMapping("/views/{id}/rename")
    ResponseEntity<Void> rename(
            @PathVariable long id,
            @RequestParam String address,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared) {
        views.rename(id, name, shared);
        return back(address);
    }

    @PostMapping("/views/{id}/overwrite")
    ResponseEntity<Void> overwrite(@PathVariable long id, @RequestParam String address) {
        views.overwrite(id, state(address));
        return back(address);
    }

    @PostMapping("/views/{id}/remove")
    ResponseEntity<Void> remove(@PathVariable long id, @RequestParam String address) {
        views.remove(id);
        return back(address);
    }

    @PostMapping("/views/{id}/open")
    ResponseEntity<Void> open(@PathVariable long id, @RequestParam String address) {
        views.openWith(list(address), id);
        return back(address);
    }

    @PostMapping("/views/plain")
    ResponseEntity<Void> plain(@RequestParam String address) {
        views.openPlain(list(address));
        return back(address);
    }

    private static String state(String address) {
        var state = ListState.of(address);
        if (ListState.isTooLong(state)) {
            throw new Rejected("web.views.tooLong");
        }
        return state;
    }

    private static String list(String address) {
        var path = ListState.path(address);
        if (!ListState.isList(path)) {
            throw new NotFound("List", path);
        }
        return path;
    }

    private static ResponseEntity<Void> back(String address) {
        list(address);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(ListState.open(address, ListState.of(address))))
                .build();
    }
}
