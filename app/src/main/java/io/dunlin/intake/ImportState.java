package io.dunlin.intake;

/** Where an import stands. Stored by name: never rename. */
public enum ImportState {
    /** The file is here; a person says what its columns are. */
    MAPPING,
    RUNNING,
    /** A STOCK file would clear more than half of the open items: nothing was changed, a person must agree. */
    NEEDS_CONFIRMATION,
    APPLIED,
    FAILED,
    CANCELLED,
    UNDONE;

    /** Whether nothing is decided yet, or anew. */
    boolean mayBeMapped() {
        return switch (this) {
            case MAPPING, FAILED, CANCELLED -> true;
            case RUNNING, NEEDS_CONFIRMATION, APPLIED, UNDONE -> false;
        };
    }

    /** Whether it may be started, also again. */
    boolean mayStart() {
        return switch (this) {
            case MAPPING, NEEDS_CONFIRMATION, FAILED, CANCELLED -> true;
            case RUNNING, APPLIED, UNDONE -> false;
        };
    }
}
