package io.dunlin.criteria;

/**
 * Criteria that somebody keeps under a name.
 *
 * @param owner name of whoever keeps them
 * @param shared whether all users of the tenant find them
 * @param own whether they are the viewer's
 * @param mayChange whether the viewer may change them: its owner, and an administrator where it is shared
 */
public record SavedSearch(long id, String name, String owner, boolean shared, boolean own, boolean mayChange) {}
