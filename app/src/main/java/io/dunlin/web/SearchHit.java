package io.dunlin.web;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the quick search found.
 *
 * @param title what it is called
 * @param detail what tells it from others of that name; may be empty
 * @param address path of its page
 * @param icon name of an icon in {@code icon.jte}
 * @param flag coloured mark beside the title; null: none
 * @param rank how well it meets the query, of {@link SearchQuery#rank}
 */
public record SearchHit(
        String title,
        String detail,
        String address,
        String icon,
        @Nullable Flag flag,
        int rank) {
    /** Without a mark. */
    public SearchHit(String title, String detail, String address, String icon, int rank) {
        this(title, detail, address, icon, null, rank);
    }

    /** @param mark null: none */
    public SearchHit withFlag(@Nullable Flag mark) {
        return new SearchHit(title, detail, address, icon, mark, rank);
    }
}
