package io.dunlin.criteria.alerts;

import java.util.Locale;

/** How much an alert matters, from nothing said to the most. Stored by name: never rename. */
public enum AlertLevel {
    NONE,
    VERY_WEAK,
    WEAK,
    MEDIUM,
    IMPORTANT,
    CRITICAL;

    /** Key of its name. */
    public String textKey() {
        return "criteria.alerts.level." + name();
    }

    /** Class of its colour. */
    public String style() {
        return "level-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
