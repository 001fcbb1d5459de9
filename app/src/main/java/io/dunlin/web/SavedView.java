package io.dunlin.web;

/**
 * A state of a list that somebody keeps under a name.
 *
 * @param query filters, order and columns as in the address
 * @param owner name of whoever keeps it
 * @param shared whether all users of the tenant find it
 * @param own whether it is the viewer's
 * @param opens whether the list opens with it for the viewer
 */
public record SavedView(long id, String name, String query, String owner, boolean shared, boolean own, boolean opens) {}
