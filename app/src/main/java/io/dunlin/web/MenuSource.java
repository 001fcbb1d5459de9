package io.dunlin.web;

import io.dunlin.kernel.Right;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pages of the navigation and of the settings that the viewer may open, by their names in the viewer's language. */
@Component
class MenuSource implements SearchSource {
    private final List<MenuEntry> menu;
    private final Viewers viewers;
    private final Texts texts;

    MenuSource(List<MenuEntry> menu, Viewers viewers, Texts texts) {
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.viewers = viewers;
        this.texts = texts;
    }

    @Override
    public String textKey() {
        return "web.search.pages";
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Right right() {
        return Right.SEE_OVERVIEW;
    }

    @Override
    public List<SearchHit> find(SearchQuery query, int most) {
        var viewer = viewers.current();
        var settings = text("web.settings.title");
        var pages = menu.stream().filter(entry -> viewer.may(entry.right())).map(entry -> {
            var title = text("web.menu." + entry.code());
            var isSetting = entry.place() == MenuEntry.Place.SETTINGS;
            return hit(query, title, isSetting ? settings : "", entry.path(), entry.icon());
        });
        return Stream.concat(
                        pages,
                        Stream.of(
                                hit(query, settings, "", "/settings", "settings"),
                                hit(query, text("web.myAccount"), "", "/account", "user")))
                .filter(hit -> hit.rank() != SearchQuery.NONE)
                .sorted(Comparator.comparingInt(SearchHit::rank))
                .limit(most)
                .toList();
    }

    private static SearchHit hit(SearchQuery query, String title, String detail, String address, String icon) {
        return new SearchHit(title, detail, address, icon, query.rank(title));
    }

    private String text(String key) {
        return texts.text(viewers.current().language(), key);
    }
}
