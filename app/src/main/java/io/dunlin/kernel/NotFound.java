package io.dunlin.kernel;

/** Something was asked for that does not exist, or not for this tenant: answered with 404 and no hint which of the two. */
public class NotFound extends RuntimeException {
    public NotFound(String what, Object key) {
        super(what + " " + key);
    }
}
