package io.dunlin.criteria.alerts;

import io.dunlin.criteria.Criteria;
import io.dunlin.tenancy.UserId;

/**
 * Criteria that watch customers.
 *
 * @param owner name of whoever keeps it
 * @param shared whether all users of the tenant see it
 * @param own whether it is the viewer's
 * @param mayChange whether the viewer may change it: its owner, and an administrator where it is shared
 */
public record Alert(
        long id,
        UserId ownerId,
        String owner,
        String name,
        AlertType type,
        AlertLevel level,
        boolean shared,
        Criteria criteria,
        boolean own,
        boolean mayChange) {}
