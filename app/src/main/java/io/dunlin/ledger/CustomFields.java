package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomField.CUSTOM_FIELD;
import static org.jooq.impl.DSL.excluded;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.CurrentTenant;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The names that the tenant gives to its twelve fields of customers and twelve of items. */
@Component
public class CustomFields {
    public static final int EACH = 12;
    private static final int LONGEST_LABEL = 60;

    private final DSLContext sql;

    public CustomFields(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose field it is. Codes are stored. */
    public enum Subject {
        CUSTOMER,
        ITEM
    }

    /**
     * A field in use or not.
     *
     * @param position 1 to 12
     * @param label empty: not in use
     * @param analytical usable as filter and grouping of reports
     */
    public record CustomField(Subject subject, int position, String label, boolean analytical) {
        public boolean isUsed() {
            return !label.isEmpty();
        }
    }

    /** All twelve in order, unused ones without label. */
    @Transactional(readOnly = true)
    public List<CustomField> of(Subject subject) {
        var used = sql.selectFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOM_FIELD.SUBJECT.eq(subject.name()))
                .fetchMap(
                        CUSTOM_FIELD.POSITION,
                        row -> new CustomField(
                                subject,
                                row.get(CUSTOM_FIELD.POSITION),
                                row.get(CUSTOM_FIELD.LABEL),
                                row.get(CUSTOM_FIELD.ANALYTICAL)));
        return IntStream.rangeClosed(1, EACH)
                .mapToObj(
                        position -> used.getOrDefault((short) position, new CustomField(subject, position, "", false)))
                .toList();
    }

    /** Replaces the names of the subject's fields; an empty name takes the field out of use and keeps its values. */
    @Transactional
    public void save(Subject subject, List<CustomField> fields) {
        check(fields);
        var unused = fields.stream()
                .filter(field -> !field.isUsed())
                .map(field -> (short) field.position())
                .toList();
        sql.deleteFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.TENANT_ID.eq(CurrentTenant.id()))
                .and(CUSTOM_FIELD.SUBJECT.eq(subject.name()))
                .and(CUSTOM_FIELD.POSITION.in(unused))
                .execute();
        var rows = fields.stream()
                .filter(CustomField::isUsed)
                .map(field -> org.jooq.impl.DSL.row(
                        CurrentTenant.id(),
                        subject.name(),
                        (short) field.position(),
                        field.label(),
                        field.analytical()))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        sql.insertInto(
                        CUSTOM_FIELD,
                        CUSTOM_FIELD.TENANT_ID,
                        CUSTOM_FIELD.SUBJECT,
                        CUSTOM_FIELD.POSITION,
                        CUSTOM_FIELD.LABEL,
                        CUSTOM_FIELD.ANALYTICAL)
                .valuesOfRows(rows)
                .onConflict(CUSTOM_FIELD.TENANT_ID, CUSTOM_FIELD.SUBJECT, CUSTOM_FIELD.POSITION)
                .doUpdate()
                .set(CUSTOM_FIELD.LABEL, excluded(CUSTOM_FIELD.LABEL))
                .set(CUSTOM_FIELD.ANALYTICAL, excluded(CUSTOM_FIELD.ANALYTICAL))
                .execute();
    }

    private static void check(List<CustomField> fields) {
        var labels = fields.stream()
                .filter(CustomField::isUsed)
                .map(field -> SearchKey.of(field.label()))
                .toList();
        if (labels.stream().distinct().count() < labels.size()) {
            throw new Rejected("ledger.fields.labelTwice");
        }
        if (fields.stream().anyMatch(field -> field.label().length() > LONGEST_LABEL)) {
            throw new Rejected("ledger.fields.labelLength", LONGEST_LABEL);
        }
    }
}
