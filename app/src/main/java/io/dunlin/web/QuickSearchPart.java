package io.dunlin.web;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The way into the quick search from every page, and its dialog. */
@Component
class QuickSearchPart implements TopBarPart {
    private final Viewers viewers;

    QuickSearchPart(Viewers viewers) {
        this.viewers = viewers;
    }

    @Override
    public String view() {
        return "web/quickSearch";
    }

    @Override
    public Map<String, Object> model() {
        return Map.of();
    }

    @Override
    public boolean isShown() {
        return viewers.current().isSignedIn();
    }

    @Override
    public int order() {
        return 20;
    }
}
