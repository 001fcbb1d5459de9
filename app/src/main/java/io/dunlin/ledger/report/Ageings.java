package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.dunlin.web.TableRequest;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Receivables by age, per customer or what several have in common, at the end of any day: each answer is one statement over the history of the items. */
@Component
class Ageings {
    private final DSLContext sql;

    Ageings(DSLContext sql) {
        this.sql = sql;
    }

    /** One page, and the totals of the whole filtered set. */
    @Transactional(readOnly = true)
    public AgeingLine.Answer answer(AgeingQuestion question, TableRequest request) {
        var ageing = new AgeingLines(question, request);
        var lines = ageing.lines();
        var totals = ageing.totals();
        // Under the same name as the lines, so that one order fits both.
        var page = select(lines.fields())
                .from(lines)
                .orderBy(ageing.order())
                .limit(request.size())
                .offset(request.offset())
                .asTable(AgeingLines.ALIAS);
        var rows = sql.with(ageing.expressions())
                .select(totals.fields())
                .select(page.fields())
                .from(totals)
                .leftJoin(page)
                .on(noCondition())
                .orderBy(ageing.order())
                .fetch();
        var first = rows.getFirst();
        return new AgeingLine.Answer(
                rows.stream()
                        .filter(row -> row.get(page.field("customers")) != null)
                        .map(row -> ageing.read(row, page))
                        .toList(),
                ageing.read(first, totals),
                first.get(totals.field("lines"), Long.class));
    }

    /** All lines one after the other, without holding them; for exports. */
    @Transactional(readOnly = true)
    public void each(AgeingQuestion question, TableRequest request, Consumer<AgeingLine> reader) {
        var ageing = new AgeingLines(question, request);
        var lines = ageing.lines();
        try (var rows = sql.with(ageing.expressions())
                .select(lines.fields())
                .from(lines)
                .orderBy(ageing.order())
                .fetchSize(1000)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(ageing.read(row, lines)));
        }
    }

    /** By currency: what is open but in no amount. Empty for most companies; worth asking only where an answer says so. */
    @Transactional(readOnly = true)
    public List<AgeingLine.Unconverted> unconverted(AgeingQuestion question) {
        var open = question.open();
        return sql.select(open.currency(), sum(open.openAmount()), count())
                .from(open.table())
                .where(open.amount().isNull())
                .groupBy(open.currency())
                .orderBy(open.currency())
                .fetch(row -> new AgeingLine.Unconverted(row.value1(), row.value2(), row.value3()));
    }
}
