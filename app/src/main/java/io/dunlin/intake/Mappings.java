package io.dunlin.intake;

import static io.dunlin.intake.tables.Mapping.MAPPING;

import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mappings of the files that came before, by layout: the next file with the same columns is preset. */
@Component
public class Mappings {
    private final DSLContext sql;
    private final Clock clock;

    public Mappings(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional
    public void remember(Subject subject, List<String> headers, Mapping mapping) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.insertInto(MAPPING)
                .set(MAPPING.TENANT_ID, CurrentTenant.id())
                .set(MAPPING.SUBJECT, subject.name())
                .set(MAPPING.LAYOUT, HeaderNames.layout(headers))
                .set(MAPPING.COLUMNS, Json.write(mapping))
                .set(MAPPING.CHANGED_AT, now)
                .onConflict(MAPPING.TENANT_ID, MAPPING.SUBJECT, MAPPING.LAYOUT)
                .doUpdate()
                .set(MAPPING.COLUMNS, Json.write(mapping))
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
}
