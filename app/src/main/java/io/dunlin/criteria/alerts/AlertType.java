package io.dunlin.criteria.alerts;

/** Whose work an alert is. Stored by name: never rename. */
public enum AlertType {
    COLLECTION,
    RISK,
    /** Stands under both. */
    BOTH;

    /** Key of its name. */
    public String textKey() {
        return "criteria.alerts.type." + name();
    }

    /** Whether an alert of this type stands in the list of the other one. */
    public boolean isIn(AlertType list) {
        return this == list || this == BOTH || list == BOTH;
    }
}
