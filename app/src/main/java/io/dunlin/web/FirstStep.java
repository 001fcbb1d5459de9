package io.dunlin.web;

import io.dunlin.kernel.Right;

/**
 * A way to begin, offered where a tenant has no data yet. To add one, add a bean of this type in the module it leads to.
 *
 * @param code stable name; the texts have the keys {@code web.start.<code>.title}, {@code .text} and {@code .action}
 * @param method how the action is reached: a page that is opened, or a form that is sent
 * @param icon name of an icon in {@code icons.jte}
 * @param order smaller stands further left
 */
public record FirstStep(String code, Method method, String path, String icon, int order, Right right) {
    public enum Method {
        GET,
        POST
    }
}
