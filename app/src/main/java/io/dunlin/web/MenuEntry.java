package io.dunlin.web;

import io.dunlin.kernel.Right;

/**
 * A line of the navigation. To add one, add a bean of this type in the module whose pages it opens.
 *
 * @param code stable name; the text has the key {@code web.menu.<code>}
 * @param place where it stands: in the rail, or in the list of settings
 * @param icon name of an icon in {@code icons.jte}
 * @param order smaller stands higher
 */
public record MenuEntry(String code, Place place, String path, String icon, int order, Right right) {
    public enum Place {
        RAIL,
        SETTINGS
    }
}
