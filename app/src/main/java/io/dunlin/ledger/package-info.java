/** Who owes what: customers, debtors, groups, contacts, items, history, facts, ageing, DSO. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "tenancy",
            "tenancy :: tables",
            "jobs",
            "criteria",
            "criteria :: alerts",
            "criteria :: outside",
            "criteria :: rules",
            "criteria :: scorecards",
            "criteria :: web",
            "reporting",
            "web"
        })
package io.dunlin.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
