package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Days sales outstanding of every customer, or of what several have in common, at the end of any day: each answer is one statement. */
@Component
class DsoByCustomer {
    private final DSLContext sql;

    DsoByCustomer(DSLContext sql) {
        this.sql = sql;
    }

    /** One page, and the sums of the whole filtered set. */
    @Transactional(readOnly = true)
    public DsoLine.Answer answer(DsoQuestion question, TableRequest request) {
        var dso = new DsoLines(question, request);
        var expressions = dso.expressions();
        var lines = expressions.getLast();
        var totals = dso.totals();
        // Under the same name as the lines, so that one order fits both.
        var page = select(lines.fields())
                .from(lines)
                .orderBy(dso.order())
                .limit(request.size())
                .offset(request.offset())
                .asTable(DsoLines.ALIAS);
        var rows = sql.with(expressions)
                .select(totals.fields())
                .select(page.fields())
                .from(totals)
                .leftJoin(page)
                .on(noCondition())
                .orderBy(dso.order())
                .fetch();
        var first = rows.getFirst();
        return new DsoLine.Answer(
                rows.stream()
                        .filter(row -> row.get(page.field("customers")) != null)
                        .map(row -> read(row, page))
                        .toList(),
                new DsoLine(
                        null,
                        null,
                        0,
                        amount(first, totals, "receivable"),
                        amount(first, totals, "overdue"),
                        BigDecimal.ZERO,
                        false,
                        BigDecimal.ZERO,
                        amount(first, totals, "yearSales"),
                        amount(first, totals, "dayCost")),
                first.get(totals.field("lines"), Long.class));
    }

    /** All lines one after the other, without holding them; for exports. */
    @Transactional(readOnly = true)
    public void each(DsoQuestion question, TableRequest request, Consumer<DsoLine> reader) {
        var dso = new DsoLines(question, request);
        var expressions = dso.expressions();
        var lines = expressions.getLast();
        try (var rows = sql.with(expressions)
                .select(lines.fields())
                .from(lines)
                .orderBy(dso.order())
                .fetchSize(1000)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(read(row, lines)));
        }
    }

    private static DsoLine read(Record row, Table<?> from) {
        return new DsoLine(
                row.get(from.field("code"), String.class),
                row.get(from.field("name"), String.class),
                row.get(from.field("customers"), Long.class),
                amount(row, from, "receivable"),
                amount(row, from, "overdue"),
                amount(row, from, "days"),
                row.get(from.field("beyondHistory"), Boolean.class),
                amount(row, from, "overdueDays"),
                amount(row, from, "yearSales"),
                amount(row, from, "dayCost"));
    }

    private static BigDecimal amount(Record row, Table<?> from, String column) {
        return row.get(from.field(column), BigDecimal.class);
    }
}
