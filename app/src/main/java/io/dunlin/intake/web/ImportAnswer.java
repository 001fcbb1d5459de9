package io.dunlin.intake.web;

import io.dunlin.intake.Import;
import io.dunlin.intake.ImportState;
import io.dunlin.intake.Imports;
import io.dunlin.intake.Subject;
import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobAnswer;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What programs are told of the import that a job brings in. */
@Component
class ImportAnswer implements JobAnswer {
    private static final int MOST_ERRORS = 100;

    private final Imports imports;
    private final ImportOutcome outcome;
    private final Texts texts;
    private final Viewers viewers;

    ImportAnswer(Imports imports, ImportOutcome outcome, Texts texts, Viewers viewers) {
        this.imports = imports;
        this.outcome = outcome;
        this.texts = texts;
        this.viewers = viewers;
    }

    @Override
    public String kind() {
        return "intake.import";
    }

    @Override
    public Answer of(Job job) {
        return imports.find(job.id()).map(this::of).orElse(Answer.NONE);
    }

    private Answer of(Import one) {
        var isDone = one.state() == ImportState.APPLIED || one.state() == ImportState.UNDONE;
        var links = new LinkedHashMap<String, String>();
        links.put("import", "/imports/" + one.id());
        if (isDone && one.counts().rejected() > 0) {
            links.put("rejectedRows", "/api/v1/imports/" + one.id() + "/rejected.csv");
        }
        return new Answer(
                problem(one),
                isDone ? counts(one.counts()) : Map.of(),
                Stream.concat(
                                outcome.rejected(one.id(), MOST_ERRORS).stream(),
                                outcome.remarks(one.id(), MOST_ERRORS).stream())
                        .map(row -> new Error(row.row(), row.column(), row.value(), row.reason(), row.remedy()))
                        .toList(),
                links);
    }

    private @Nullable String problem(Import one) {
        return one.state() == ImportState.NEEDS_CONFIRMATION
                ? texts.text(
                                viewers.current().language(),
                                one.subject() == Subject.ORDERS
                                        ? "ledger.load.endsTooMuch"
                                        : "ledger.load.clearsTooMuch",
                                one.wouldClear(),
                                one.openBefore())
                        + " "
                        + texts.text(viewers.current().language(), "intake.push.force")
                : null;
    }

    private static Map<String, Long> counts(Import.Counts counts) {
        var byName = new LinkedHashMap<String, Long>();
        byName.put("read", counts.read());
        byName.put("new", counts.added());
        byName.put("changed", counts.changed());
        byName.put("unchanged", counts.unchanged());
        byName.put("cleared", counts.cleared());
        byName.put("rejected", counts.rejected());
        return byName;
    }
}
