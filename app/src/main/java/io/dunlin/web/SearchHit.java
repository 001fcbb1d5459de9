package io.dunlin.web;

/**
 * One thing that the quick search found.
 *
 * @param title what it is called
 * @param detail what tells it from others of that name; may be empty
 * @param address path of its page
 * @param icon name of an icon in {@code icon.jte}
 * @param rank how well it meets the query, of {@link SearchQuery#rank}
 */
public record SearchHit(String title, String detail, String address, String icon, int rank) {}
