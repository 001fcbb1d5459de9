package io.dunlin.web;

/** Tells the shell who looks. The module {@code tenancy} implements it. */
public interface Viewers {
    /** The viewer of the running request; somebody without rights before sign-in. */
    Viewer current();
}
