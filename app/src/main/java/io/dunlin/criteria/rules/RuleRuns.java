package io.dunlin.criteria.rules;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Runs rules: each attribute is one pass over the customers. A run is one transaction, so it happens wholly or not at all. */
@Component
public class RuleRuns {
    private static final Logger warnings = LoggerFactory.getLogger(RuleRuns.class);

    private final Assignables assignables;
    private final Rules rules;
    private final Decisions decisions;
    private final RunHistory history;
    private final RunLog log;
    private final Changes changes;

    RuleRuns(
            Assignables assignables,
            Rules rules,
            Decisions decisions,
            RunHistory history,
            RunLog log,
            Changes changes) {
        this.assignables = assignables;
        this.rules = rules;
        this.decisions = decisions;
        this.history = history;
        this.log = log;
        this.changes = changes;
    }

    /**
     * All automatic rules, attribute by attribute. An attribute with a rule that means nothing any more is left as it is: its page says
     * so.
     */
    @Transactional
    public int runAutomatic(Company company) {
        var automatic = rules.automatic();
        if (automatic.isEmpty()) {
            return 0;
        }
        var run = log.begin(company, RuleRun.Kind.AUTOMATIC, null, null);
        for (var assignable : assignables.all()) {
            var some = automatic.getOrDefault(assignable.code(), List.of());
            if (some.isEmpty()) {
                continue;
            }
            if (decisions.broken(assignable, some).isEmpty()) {
                give(run, decisions.of(assignable, some, company, run.lastAutomatic()));
            } else {
                warnings.warn(
                        "The rules for {} of company {} are passed over: one is broken",
                        assignable.code(),
                        company.code());
            }
        }
        return log.end(run);
    }

    /**
     * Takes back what a run changed, as far as nobody has changed it since; returns the number of the run that does so.
     *
     * @throws Rejected where it was taken back already
     */
    @Transactional
    public long undo(Company company, long id) {
        var undone = history.find(company, id)
                .filter(RuleRun::canBeUndone)
                .orElseThrow(() -> new Rejected("criteria.rules.undo.gone"));
        var run = log.begin(company, RuleRun.Kind.UNDO, undone.attribute(), id);
        for (var assignable : assignables.all()) {
            if (undone.attribute() == null || undone.attribute().equals(assignable.code())) {
                log.reverse(run, id, assignable);
                changes.apply(run.id(), assignable);
            }
        }
        log.end(run);
        return run.id();
    }

    /** All rules of an attribute, in their order; returns the number of the run. */
    @Transactional
    public long run(Company company, String attribute) {
        var assignable = assignables.get(attribute);
        return run(company, RuleRun.Kind.SEQUENCE, assignable, rules.of(assignable));
    }

    /** One rule alone, as if there were no others. */
    @Transactional
    public long runOne(Company company, long rule) {
        var only = rules.get(rule);
        if (only.newOnly()) {
            throw new Rejected("criteria.rules.newOnly");
        }
        return run(company, RuleRun.Kind.RULE, assignables.get(only.attribute()), List.of(only));
    }

    private long run(Company company, RuleRun.Kind kind, Assignable assignable, List<Rule> some) {
        var run = log.begin(company, kind, assignable.code(), null);
        give(run, decisions.of(assignable, some, company, run.lastAutomatic()));
        log.end(run);
        return run.id();
    }

    private void give(RunLog.Begun run, Decision decision) {
        log.write(run, decision);
        changes.apply(run.id(), decision.assignable());
    }
}
