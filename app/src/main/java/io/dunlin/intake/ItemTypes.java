package io.dunlin.intake;

import static io.dunlin.intake.tables.ItemType.ITEM_TYPE;
import static org.jooq.impl.DSL.excluded;

import io.dunlin.kernel.NotFound;
import io.dunlin.ledger.ItemKind;
import io.dunlin.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a tenant's own types of items are: said once, on the first file that has them, and known for all files after it. */
@Component
public class ItemTypes {
    private final DSLContext sql;
    private final Clock clock;

    public ItemTypes(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** @param written as it stood in the file */
    public record ItemType(long id, String written, ItemKind kind, Instant changedAt) {}

    @Transactional(readOnly = true)
    public List<ItemType> all() {
        return sql.select(ITEM_TYPE.ID, ITEM_TYPE.WRITTEN, ITEM_TYPE.KIND, ITEM_TYPE.CHANGED_AT)
                .from(ITEM_TYPE)
                .where(ITEM_TYPE.TENANT_ID.eq(CurrentTenant.id()))
                .orderBy(ITEM_TYPE.NAME)
                .fetch(row -> new ItemType(
                        row.value1(),
                        row.value2(),
                        ItemKind.valueOf(row.value3()),
                        row.value4().toInstant()));
    }

    /** By type as {@link TypeNames#normal} writes it. */
    @Transactional(readOnly = true)
    public Map<String, ItemKind> kinds() {
        return sql.select(ITEM_TYPE.NAME, ITEM_TYPE.KIND)
                .from(ITEM_TYPE)
                .where(ITEM_TYPE.TENANT_ID.eq(CurrentTenant.id()))
                .fetchMap(ITEM_TYPE.NAME, row -> ItemKind.valueOf(row.value2()));
    }

    /** Takes over what the types in the file are. */
    @Transactional
    public void remember(Mapping mapping, FileProfile profile) {
        var own = new HashMap<String, String>();
        var usual = new HashMap<String, String>();
        mapping.columnOf(Field.ITEM_TYPE)
                .map(at -> profile.columns().get(at).distinct().keySet())
                .ifPresent(types -> types.forEach(written -> {
                    var name = TypeNames.normal(written);
                    var kind = mapping.kinds().get(name);
                    if (kind != null) {
                        (TypeNames.known(name).equals(Optional.of(kind)) ? usual : own).putIfAbsent(name, written);
                    }
                }));
        forget(List.copyOf(usual.keySet()));
        keep(own, mapping.kinds());
    }

    @Transactional
    public ItemType change(long id, ItemKind kind) {
        var before = get(id);
        sql.update(ITEM_TYPE)
                .set(ITEM_TYPE.KIND, kind.name())
                .set(ITEM_TYPE.CHANGED_AT, now())
                .where(ITEM_TYPE.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_TYPE.ID.eq(id))
                .execute();
        return before;
    }

    /** The next file that has the type asks again. */
    @Transactional
    public ItemType remove(long id) {
        var before = get(id);
        sql.deleteFrom(ITEM_TYPE)
                .where(ITEM_TYPE.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_TYPE.ID.eq(id))
                .execute();
        return before;
    }

    private ItemType get(long id) {
        return all().stream()
                .filter(type -> type.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("Item type", id));
    }

    private void forget(List<String> names) {
        sql.deleteFrom(ITEM_TYPE)
                .where(ITEM_TYPE.TENANT_ID.eq(CurrentTenant.id()))
                .and(ITEM_TYPE.NAME.in(names))
                .execute();
    }

    private void keep(Map<String, String> writtenByName, Map<String, ItemKind> kinds) {
        if (writtenByName.isEmpty()) {
            return;
        }
        var now = now();
        var rows = sql.insertInto(
                ITEM_TYPE,
                ITEM_TYPE.TENANT_ID,
                ITEM_TYPE.NAME,
                ITEM_TYPE.WRITTEN,
                ITEM_TYPE.KIND,
                ITEM_TYPE.CHANGED_AT);
        // In the order of the names: two imports at once that lock the same rows wait for each other and do not block.
        for (var type : new TreeMap<>(writtenByName).entrySet()) {
            var kind = Objects.requireNonNull(kinds.get(type.getKey()));
            rows = rows.values(CurrentTenant.id(), type.getKey(), type.getValue(), kind.name(), now);
        }
        rows.onConflict(ITEM_TYPE.TENANT_ID, ITEM_TYPE.NAME)
                .doUpdate()
                .set(ITEM_TYPE.KIND, excluded(ITEM_TYPE.KIND))
                .set(ITEM_TYPE.CHANGED_AT, excluded(ITEM_TYPE.CHANGED_AT))
                .where(ITEM_TYPE.KIND.ne(excluded(ITEM_TYPE.KIND)))
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
