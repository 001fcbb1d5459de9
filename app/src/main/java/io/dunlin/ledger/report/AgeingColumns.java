package io.dunlin.ledger.report;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.Diagram;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;
import io.dunlin.web.TableRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The receivable by age, as the ageing balance says it. */
@Component
class AgeingColumns implements OverviewBlock {
    private final Ageings ageings;

    AgeingColumns(Ageings ageings) {
        this.ageings = ageings;
    }

    @Override
    public String code() {
        return "ageing";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Width width() {
        return Width.THIRD;
    }

    @Override
    public String titleKey() {
        return "ledger.overview.ageing.title";
    }

    @Override
    public Right right() {
        return Right.SEE_REPORTS;
    }

    @Override
    public boolean isFor(Role role) {
        return true;
    }

    @Override
    public String report() {
        return "ageing";
    }

    @Override
    public boolean keepsTo(BlockRequest request) {
        return true;
    }

    @Override
    public BlockContent content(BlockRequest request) {
        var question =
                new AgeingQuestion(request.company(), request.asOf(), Credits.COLUMN, Set.of(), Slice.of(request));
        var totals =
                ageings.answer(question, new TableRequest("", "", false, 1, 1)).totals();
        if (totals.items() == 0) {
            return KeyFigures.nothingOpen(request);
        }
        var page = request.page();
        var full = new AgeingWords(question, page).diagram(totals);
        // Without the word "days", so that every column of a narrow block keeps its label.
        var labels = question.buckets().stream()
                .map(bucket -> bucket.kind() == Bucket.Kind.OVERDUE ? bucket.days() : AgeingWords.label(bucket, page))
                .toList();
        return new BlockContent.Chart(
                new Diagram(full.title(), full.unit(), labels, full.series()),
                page.text("ledger.overview.ageing.sub", request.currency()));
    }
}
