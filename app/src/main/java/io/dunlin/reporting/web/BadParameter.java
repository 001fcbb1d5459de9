package io.dunlin.reporting.web;

/** A parameter of an address that a report cannot understand: 400 in the API, on pages the value that counts without it. */
final class BadParameter extends RuntimeException {
    private final String parameter;
    private final String value;
    private final String remedyKey;
    private final String expected;

    /**
     * @param remedyKey key of the sentence that says how to mend it
     * @param expected what would be understood; fills the sentence's place
     */
    BadParameter(String parameter, String value, String remedyKey, String expected) {
        super(parameter + "=" + value);
        this.parameter = parameter;
        this.value = value;
        this.remedyKey = remedyKey;
        this.expected = expected;
    }

    String parameter() {
        return parameter;
    }

    String value() {
        return value;
    }

    String remedyKey() {
        return remedyKey;
    }

    String expected() {
        return expected;
    }
}
