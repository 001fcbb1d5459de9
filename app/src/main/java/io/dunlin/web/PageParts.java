package io.dunlin.web;

import gg.jte.Content;
import java.util.List;

/** What a page asks for while it is written. */
public interface PageParts {
    /** For files and answers to programs, which have none. */
    PageParts NONE = new PageParts() {
        @Override
        public List<Content> topBar(Page page) {
            return List.of();
        }

        @Override
        public List<SavedView> views(String list) {
            return List.of();
        }
    };

    List<Content> topBar(Page page);

    List<SavedView> views(String list);
}
