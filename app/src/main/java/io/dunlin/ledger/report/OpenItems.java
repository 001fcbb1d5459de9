package io.dunlin.ledger.report;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.Item.ITEM;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.dunlin.kernel.SearchKey;
import io.dunlin.ledger.ItemId;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSelectStep;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The items behind an ageing: what was open at the end of a day, all of it or one bucket. */
@Component
class OpenItems {
    private static final Set<String> COLUMNS = Set.of(
            "number",
            "kind",
            "code",
            "name",
            "issueDate",
            "dueDate",
            "daysOverdue",
            "currency",
            "openAmount",
            "amount");

    private final DSLContext sql;

    OpenItems(DSLContext sql) {
        this.sql = sql;
    }

    @Transactional(readOnly = true)
    public OpenItemLine.Answer answer(AgeingQuestion question, @Nullable Bucket bucket, TableRequest request) {
        var open = question.open();
        var totals = from(
                        sql.select(count(), coalesce(sum(open.amount()), inline(BigDecimal.ZERO))),
                        question,
                        bucket,
                        request)
                .fetchSingle();
        var lines = lines(question, bucket, request)
                .orderBy(order(request))
                .limit(request.size())
                .offset(request.offset())
                .fetch(OpenItems::read);
        return new OpenItemLine.Answer(lines, totals.value1(), totals.value2());
    }

    /** All items one after the other, without holding them; for exports. */
    @Transactional(readOnly = true)
    public void each(
            AgeingQuestion question, @Nullable Bucket bucket, TableRequest request, Consumer<OpenItemLine> reader) {
        try (var rows = lines(question, bucket, request)
                .orderBy(order(request))
                .fetchSize(1000)
                .fetchLazy()) {
            rows.forEach(row -> reader.accept(read(row)));
        }
    }

    private SelectConditionStep<Record> lines(AgeingQuestion question, @Nullable Bucket bucket, TableRequest request) {
        var open = question.open();
        return from(
                sql.select(List.<Field<?>>of(
                        open.itemId().as("id"),
                        ITEM.NUMBER.as("number"),
                        ITEM.KIND.as("kind"),
                        CUSTOMER.CODE.as("code"),
                        CUSTOMER.NAME.as("name"),
                        ITEM.ISSUE_DATE.as("issueDate"),
                        open.dueDate().as("dueDate"),
                        localDateDiff(val(question.asOf()), open.dueDate()).as("daysOverdue"),
                        open.currency().as("currency"),
                        open.openAmount().as("openAmount"),
                        open.amount().as("amount"))),
                question,
                bucket,
                request);
    }

    private static <R extends Record> SelectConditionStep<R> from(
            SelectSelectStep<R> select, AgeingQuestion question, @Nullable Bucket bucket, TableRequest request) {
        var open = question.open();
        return select.from(open.table())
                .join(ITEM)
                .on(ITEM.ID.eq(open.itemId()))
                .join(CUSTOMER)
                .on(CUSTOMER.ID.eq(open.customerId()))
                .where(ITEM.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOMER.TENANT_ID.eq(CurrentTenant.id()))
                .and(bucket == null ? noCondition() : bucket.holds(open, question.credits()))
                .and(found(request.text()));
    }

    private static Condition found(String text) {
        return text.isEmpty()
                ? noCondition()
                : ITEM.NUMBER.containsIgnoreCase(text).or(CUSTOMER.SEARCH_KEY.contains(SearchKey.of(text)));
    }

    /** By any column; the oldest debt first where nothing is asked for. */
    private static List<SortField<?>> order(TableRequest request) {
        var due = field(name("dueDate")).asc();
        var number = field(name("number")).asc();
        if (!COLUMNS.contains(request.sort())) {
            return List.of(due, number);
        }
        var column = field(name(request.sort()));
        return List.of(
                request.descending() ? column.desc().nullsLast() : column.asc().nullsLast(), due, number);
    }

    private static OpenItemLine read(Record row) {
        return new OpenItemLine(
                row.get("id", ItemId.class),
                row.get("number", String.class),
                ItemKind.valueOf(row.get("kind", String.class)),
                row.get("code", String.class),
                row.get("name", String.class),
                row.get("issueDate", LocalDate.class),
                row.get("dueDate", LocalDate.class),
                row.get("daysOverdue", Integer.class),
                row.get("currency", String.class),
                row.get("openAmount", BigDecimal.class),
                row.get("amount", BigDecimal.class));
    }
}
