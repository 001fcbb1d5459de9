package io.dunlin.criteria.alerts;

/** When a recipient is told. Stored by name: never rename. */
public enum Frequency {
    /** Once a day, of all that are new since the last time. */
    DAILY,
    /** After each import that brought new ones. */
    AT_ONCE;

    /** Key of its name. */
    public String textKey() {
        return "criteria.alerts.frequency." + name();
    }
}
