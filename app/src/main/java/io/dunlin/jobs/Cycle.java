package io.dunlin.jobs;

import io.dunlin.jobs.CycleRun.Cause;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.UserId;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps that begin a company's day, that follow an import or news of customers, or that somebody starts: one after the other, each with its entry in the
 * log in one transaction. A day that broke off goes on with the first step that is missing.
 */
@Component
public class Cycle {
    private static final Logger log = LoggerFactory.getLogger(Cycle.class);

    private final List<CycleStep> steps;
    private final CycleLog runs;
    private final DailyRuns days;
    private final TransactionTemplate transaction;

    public Cycle(List<CycleStep> steps, CycleLog runs, DailyRuns days, TransactionTemplate transaction) {
        this.steps = List.copyOf(steps);
        this.runs = runs;
        this.days = days;
        this.transaction = transaction;
    }

    public List<CycleStep> steps() {
        return steps;
    }

    /** What is missing of the company's day. */
    void beginDay(Company company) {
        for (var step : steps) {
            // Asked again: a run that was begun in a transaction that failed is not there.
            if (!succeeds(() -> day(step, company), step, company, () -> runs.begin(company, Cause.DAY, null))) {
                return;
            }
        }
    }

    /** The file is in, whatever becomes of the steps: those that fail run again with the next one, and as the day begins. */
    public void runAfterImport(Company company) {
        runAll(company, Cause.IMPORT, null, afterImports());
    }

    /**
     * Something else than items has become known: what follows imports follows it too. False as {@link #runByHand}.
     *
     * @param by who made it known; null: a program
     */
    boolean runAfterNews(Company company, @Nullable UserId by) {
        return runAll(company, Cause.NEWS, by, afterImports());
    }

    private List<CycleStep> afterImports() {
        return steps.stream().filter(CycleStep::followsImports).toList();
    }

    /**
     * Whatever has been done already; false where a step failed, and those behind it did not run.
     *
     * @param by who asked for it; null: nobody known
     */
    boolean runByHand(Company company, @Nullable UserId by) {
        return runAll(company, Cause.HAND, by, steps);
    }

    private boolean runAll(Company company, Cause cause, @Nullable UserId by, List<CycleStep> some) {
        if (some.isEmpty()) {
            return true;
        }
        long run = Objects.requireNonNull(transaction.execute(status -> runs.begin(company, cause, by)));
        for (var step : some) {
            if (!succeeds(() -> runs.record(run, steps.indexOf(step), step, company), step, company, () -> run)) {
                return false;
            }
        }
        transaction.executeWithoutResult(status -> runs.end(run));
        return true;
    }

    /** Other nodes wait for the transaction, and then find the step done. */
    private void day(CycleStep step, Company company) {
        if (days.begin(company, "cycle." + step.code())) {
            var run = runs.begin(company, Cause.DAY, null);
            runs.record(run, steps.indexOf(step), step, company);
            if (step.equals(steps.getLast())) {
                runs.end(run);
            }
        }
    }

    private boolean succeeds(Runnable work, CycleStep step, Company company, LongSupplier run) {
        try {
            transaction.executeWithoutResult(status -> work.run());
            return true;
        } catch (RuntimeException failure) {
            log.error("{} of company {} failed", step.code(), company.code(), failure);
            transaction.executeWithoutResult(
                    status -> runs.failed(run.getAsLong(), steps.indexOf(step), step, failure));
            return false;
        }
    }
}
