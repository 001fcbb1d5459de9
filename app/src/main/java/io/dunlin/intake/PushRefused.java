package io.dunlin.intake;

import java.util.List;

/** A pushed file that only a person could load as it is. Nothing of it is kept. */
public final class PushRefused extends RuntimeException {
    private final transient List<PushFault> faults;

    PushRefused(List<PushFault> faults) {
        super("A pushed file was refused: " + faults);
        this.faults = List.copyOf(faults);
    }

    /** At least one. */
    public List<PushFault> faults() {
        return faults;
    }
}
