package io.dunlin.criteria.outside;

import static io.dunlin.criteria.tables.OutsideIndicator.OUTSIDE_INDICATOR;
import static io.dunlin.criteria.tables.OutsideValue.OUTSIDE_VALUE;
import static io.dunlin.criteria.tables.OutsideValueLog.OUTSIDE_VALUE_LOG;

import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The outside indicators of the tenant. */
@Component
public class OutsideIndicators {
    private static final String PREFIX = "outside.";
    private static final int LONGEST_TEXT = 60;
    private static final int MOST_OFFERED = 50;

    private final DSLContext sql;
    private final Clock clock;
    private final AuditTrail audit;

    public OutsideIndicators(DSLContext sql, Clock clock, AuditTrail audit) {
        this.sql = sql;
        this.clock = clock;
        this.audit = audit;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<OutsideIndicator> all() {
        return sql.selectFrom(OUTSIDE_INDICATOR)
                .where(OUTSIDE_INDICATOR.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(OUTSIDE_INDICATOR.NAME, OUTSIDE_INDICATOR.ID)
                .fetch(row -> new OutsideIndicator(
                        row.get(OUTSIDE_INDICATOR.ID),
                        row.get(OUTSIDE_INDICATOR.CODE),
                        row.get(OUTSIDE_INDICATOR.NAME),
                        row.get(OUTSIDE_INDICATOR.SOURCE),
                        Kind.valueOf(row.get(OUTSIDE_INDICATOR.KIND)),
                        List.of(row.get(OUTSIDE_INDICATOR.OFFERED))));
    }

    /** @throws NotFound where the tenant has no such indicator */
    @Transactional(readOnly = true)
    public OutsideIndicator get(long id) {
        return all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("outside indicator", id));
    }

    /** @throws Rejected with what is to be mended: a name that is empty or taken, a grade without a scale */
    @Transactional
    public OutsideIndicator add(String name, String source, Kind kind, List<String> offered) {
        var known = all();
        checkNames(name, source, known);
        checkOffered(kind, offered);
        var code = freeCode(name, known);
        var id = sql.insertInto(OUTSIDE_INDICATOR)
                .set(OUTSIDE_INDICATOR.TENANT_ID, CurrentTenant.id())
                .set(OUTSIDE_INDICATOR.CODE, code)
                .set(OUTSIDE_INDICATOR.NAME, name.strip())
                .set(OUTSIDE_INDICATOR.SOURCE, source.strip())
                .set(OUTSIDE_INDICATOR.KIND, kind.name())
                .set(OUTSIDE_INDICATOR.OFFERED, offered.toArray(String[]::new))
                .set(OUTSIDE_INDICATOR.CREATED_AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .returningResult(OUTSIDE_INDICATOR.ID)
                .fetchSingle()
                .value1();
        audit.record("outside.added", name.strip(), Map.of("indicator", code));
        return get(id);
    }

    /** Criteria name it by its code: they go on to mean the same. */
    @Transactional
    public void rename(long id, String name, String source) {
        var others = all().stream().filter(one -> one.id() != id).toList();
        checkNames(name, source, others);
        sql.update(OUTSIDE_INDICATOR)
                .set(OUTSIDE_INDICATOR.NAME, name.strip())
                .set(OUTSIDE_INDICATOR.SOURCE, source.strip())
                .where(OUTSIDE_INDICATOR.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_INDICATOR.ID.eq(id))
                .execute();
    }

    /** With all its values, those before too. Criteria that name it say so from then on. */
    @Transactional
    public void remove(long id) {
        var gone = get(id);
        sql.deleteFrom(OUTSIDE_VALUE)
                .where(OUTSIDE_VALUE.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_VALUE.INDICATOR.eq(gone.code()))
                .execute();
        sql.deleteFrom(OUTSIDE_VALUE_LOG)
                .where(OUTSIDE_VALUE_LOG.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_VALUE_LOG.INDICATOR.eq(gone.code()))
                .execute();
        sql.deleteFrom(OUTSIDE_INDICATOR)
                .where(OUTSIDE_INDICATOR.TENANT_ID.eq(CurrentTenant.id()))
                .and(OUTSIDE_INDICATOR.ID.eq(id))
                .execute();
        audit.record("outside.removed", gone.name(), Map.of("indicator", gone.code()));
    }

    private static void checkNames(String name, String source, List<OutsideIndicator> others) {
        for (var text : List.of(name, source)) {
            if (text.isBlank() || text.length() > LONGEST_TEXT) {
                throw new Rejected("criteria.outside.text", LONGEST_TEXT);
            }
        }
        if (others.stream().anyMatch(other -> SearchKey.of(other.name()).equals(SearchKey.of(name)))) {
            throw new Rejected("criteria.outside.nameTwice", name.strip());
        }
    }

    private static void checkOffered(Kind kind, List<String> offered) {
        if (!OutsideIndicator.KINDS.contains(kind)) {
            throw new Rejected("criteria.outside.kind");
        }
        var needed = kind == Kind.GRADE || kind == Kind.CHOICE ? 2 : 0;
        var allowed = needed == 0 ? 0 : MOST_OFFERED;
        if (offered.size() < needed || offered.size() > allowed) {
            throw new Rejected("criteria.outside.offered", needed, allowed);
        }
        if (offered.stream().distinct().count() < offered.size()
                || offered.stream().anyMatch(one -> one.isBlank() || one.length() > LONGEST_TEXT)) {
            throw new Rejected("criteria.outside.offeredTwice", LONGEST_TEXT);
        }
    }

    /** Of the letters and digits of the name, as addresses and programs can write them. */
    private static String freeCode(String name, List<OutsideIndicator> known) {
        var word = SearchKey.of(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        var plain = word.replaceAll("^-+|-+$", "");
        var wanted = PREFIX + (plain.isEmpty() ? "value" : plain);
        return Stream.concat(
                        Stream.of(wanted), IntStream.iterate(2, at -> at + 1).mapToObj(at -> wanted + "-" + at))
                .filter(code -> known.stream().noneMatch(one -> one.code().equals(code)))
                .findFirst()
                .orElseThrow();
    }
}
