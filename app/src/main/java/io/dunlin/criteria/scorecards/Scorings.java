package io.dunlin.criteria.scorecards;

import static org.jooq.impl.DSL.localDateDiff;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.round;
import static org.jooq.impl.DSL.val;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.Indicator.Value;
import io.dunlin.criteria.Pick;
import io.dunlin.criteria.Scope;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.Subject;
import io.dunlin.criteria.SubjectTables;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Makes the SQL of a card: one pass over a company's customers. Expects a definition without flaws. */
@Component
class Scorings {
    /** What is shown decides: numbers are rounded half up to so many decimals before their band is looked up. */
    static final int DECIMALS = 4;

    private final Selections selections;
    private final SubjectTables tables;
    private final Catalogue catalogue;
    private final CardCheck check;
    private final Clock clock;

    Scorings(Selections selections, SubjectTables tables, Catalogue catalogue, CardCheck check, Clock clock) {
        this.selections = selections;
        this.tables = tables;
        this.catalogue = catalogue;
        this.check = check;
        this.clock = clock;
    }

    Scoring of(Definition definition, Company company) {
        return of(definition, company, Map.of());
    }

    /** @param instead what other cards give where that is not what is stored */
    Scoring of(Definition definition, Company company, Map<Pick<?>, ? extends Table<?>> instead) {
        var together = selections.together(Subject.CUSTOMER, check.criteria(definition), company.today(clock), instead);
        var entries = catalogue.now();
        List<Field<?>> values = definition
                .indicators()
                .<Field<?>>map(code -> value(entries.find(code).orElseThrow(), together.scope()))
                .toList();
        var customers = customers();
        return new Scoring(
                definition,
                together.from(),
                together.where()
                        .and(Scorings.<CompanyId>column(customers, "company_id").eq(company.id())),
                Objects.requireNonNull(customers.field("id")).coerce(SQLDataType.BIGINT),
                values,
                together.each());
    }

    /** What the card gave a customer. */
    Pick<?> pick(long card) {
        return CardIndicators.pick(tables, card);
    }

    Table<?> customers() {
        return Objects.requireNonNull(tables.tables().get(Subject.CUSTOMER));
    }

    /** The rows of the table that are the tenant's. */
    static Condition ours(Table<?> table) {
        return Scorings.<TenantId>column(table, "tenant_id").eq(CurrentTenant.id());
    }

    /** The age of dates counts in days before the company's day; a blank code is unknown. */
    private static Field<?> value(Indicator indicator, Scope scope) {
        if (!(indicator.value() instanceof Value.One(var expression))) {
            throw new IllegalStateException("Refused by the check");
        }
        var plain = expression.apply(scope);
        if (indicator.kind() == Kind.DATE) {
            return localDateDiff(val(scope.today()), plain.coerce(SQLDataType.LOCALDATE))
                    .cast(SQLDataType.NUMERIC);
        }
        if (indicator.kind().isNumber()) {
            var number = plain.cast(SQLDataType.NUMERIC);
            return isExact(plain) ? number : round(number, DECIMALS);
        }
        return nullif(plain.cast(SQLDataType.CLOB), "");
    }

    /** Whether it has no more decimals anyway; of an expression jOOQ does not know how many there are. */
    private static boolean isExact(Field<?> value) {
        var type = value.getDataType();
        return value instanceof TableField
                && (type.isInteger() || type.isDecimal() && type.scaleDefined() && type.scale() <= DECIMALS);
    }

    @SuppressWarnings("unchecked") // Generated so.
    private static <T> Field<T> column(Table<?> table, String column) {
        return (Field<T>) Objects.requireNonNull(table.field(column));
    }
}
