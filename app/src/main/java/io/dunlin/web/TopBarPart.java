package io.dunlin.web;

import java.util.Map;

/** Something in the top bar. To add one, add one class in the module it belongs to; it is asked on every page, so it must be cheap. */
public interface TopBarPart {
    /** View name of its template; the template gets {@code page} and the model. */
    String view();

    /** Empty: the part is left out. */
    Map<String, Object> model();

    boolean isShown();

    /** Smaller stands further left; below 100 on the left side of the bar. */
    int order();
}
