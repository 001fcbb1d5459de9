package io.dunlin.criteria.alerts;

/** That a customer is in an alert: the square in the colour of its level. */
public record AlertMark(long alert, String name, AlertLevel level) {
    /** Address of the alert. */
    public String address() {
        return "/alerts/" + alert;
    }
}
