package io.dunlin.intake;

import static io.dunlin.intake.tables.Mapping.MAPPING;

import io.dunlin.kernel.NotFound;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mappings of the files that came before, by layout: the next file with the same columns is preset. */
@Component
public class Mappings {
    private final DSLContext sql;
    private final ItemTypes types;
    private final Clock clock;

    public Mappings(DSLContext sql, ItemTypes types, Clock clock) {
        this.sql = sql;
        this.types = types;
        this.clock = clock;
    }

    /** The types of its items are remembered too, for files of every layout. */
    @Transactional
    public void remember(Subject subject, FileProfile profile, Mapping mapping) {
        types.remember(mapping, profile);
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var headers = headers(profile);
        var columns = Json.write(new Mapping(mapping.columns(), Map.of(), mapping.mode()));
        var names = headers.toArray(String[]::new);
        sql.insertInto(MAPPING)
                .set(MAPPING.TENANT_ID, CurrentTenant.id())
                .set(MAPPING.SUBJECT, subject.name())
                .set(MAPPING.LAYOUT, HeaderNames.layout(headers))
                .set(MAPPING.HEADERS, names)
                .set(MAPPING.COLUMNS, columns)
                .set(MAPPING.CHANGED_AT, now)
                .onConflict(MAPPING.TENANT_ID, MAPPING.SUBJECT, MAPPING.LAYOUT)
                .doUpdate()
                .set(MAPPING.HEADERS, names)
                .set(MAPPING.COLUMNS, columns)
                .set(MAPPING.CHANGED_AT, now)
                .execute();
    }

    @Transactional(readOnly = true)
    public Optional<Mapping> find(Subject subject, List<String> headers) {
        return sql.select(MAPPING.COLUMNS)
                .from(MAPPING)
                .where(MAPPING.TENANT_ID.eq(CurrentTenant.id()))
                .and(MAPPING.SUBJECT.eq(subject.name()))
                .and(MAPPING.LAYOUT.eq(HeaderNames.layout(headers)))
                .fetchOptional(row -> Json.read(row.value1(), Mapping.class));
    }

    /** What the columns of a file are, as far as can be said, with the types that are known. */
    @Transactional(readOnly = true)
    public Mapping propose(Subject subject, FileProfile profile) {
        var proposed = Suggestions.propose(
                subject, profile, find(subject, headers(profile)).orElse(null));
        var kinds = new HashMap<>(proposed.kinds());
        kinds.putAll(types.kinds());
        return new Mapping(proposed.columns(), kinds, proposed.mode());
    }

    /** Those used last, newest first. */
    @Transactional(readOnly = true)
    public List<RememberedMapping> latest(int most) {
        return select(MAPPING.TENANT_ID.eq(CurrentTenant.id()), most);
    }

    @Transactional(readOnly = true)
    public int count() {
        return sql.fetchCount(MAPPING, MAPPING.TENANT_ID.eq(CurrentTenant.id()));
    }

    @Transactional(readOnly = true)
    public RememberedMapping get(long id) {
        return select(MAPPING.TENANT_ID.eq(CurrentTenant.id()).and(MAPPING.ID.eq(id)), 1).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("Mapping", id));
    }

    /** The next file with these columns is looked at anew. */
    @Transactional
    public void forget(long id) {
        sql.deleteFrom(MAPPING)
                .where(MAPPING.TENANT_ID.eq(CurrentTenant.id()))
                .and(MAPPING.ID.eq(id))
                .execute();
    }

    private List<RememberedMapping> select(Condition condition, int most) {
        return sql.select(MAPPING.ID, MAPPING.SUBJECT, MAPPING.HEADERS, MAPPING.COLUMNS, MAPPING.CHANGED_AT)
                .from(MAPPING)
                .where(condition)
                .orderBy(MAPPING.CHANGED_AT.desc(), MAPPING.ID.desc())
                .limit(most)
                .fetch(row -> new RememberedMapping(
                        row.value1(),
                        Subject.valueOf(row.value2()),
                        List.of(row.value3()),
                        Json.read(row.value4(), Mapping.class),
                        row.value5().toInstant()));
    }

    private static List<String> headers(FileProfile profile) {
        return profile.columns().stream().map(ColumnProfile::header).toList();
    }
}
