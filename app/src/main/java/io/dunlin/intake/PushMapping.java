package io.dunlin.intake;

import io.dunlin.intake.Mapping.Choice;
import java.util.ArrayList;
import java.util.List;

/** What the columns of a pushed file are: as proposed from their names, with what the program says about dates and amounts. */
final class PushMapping {
    private final PushOrder order;
    private final FileProfile profile;
    private final boolean certain;
    private final List<PushFault> faults = new ArrayList<>();

    private PushMapping(PushOrder order, FileProfile profile, boolean certain) {
        this.order = order;
        this.profile = profile;
        this.certain = certain;
    }

    /** Throws {@link PushRefused} where a person would be asked. */
    static Mapping of(PushOrder order, FileProfile profile, PushMappings.Proposal proposal) {
        return new PushMapping(order, profile, proposal.certain()).decide(proposal.mapping());
    }

    private Mapping decide(Mapping proposed) {
        var choices = new ArrayList<Choice>();
        for (var at = 0; at < profile.columns().size(); at++) {
            choices.add(decide(proposed.columns().get(at), profile.columns().get(at)));
        }
        var mapping = new Mapping(choices, proposed.kinds(), order.mode()).completed(profile);
        addAll(MappingCheck.of(order.subject(), mapping, profile), mapping);
        if (!faults.isEmpty()) {
            throw new PushRefused(faults);
        }
        return mapping;
    }

    private Choice decide(Choice choice, ColumnProfile column) {
        var field = choice.field();
        if (field == null) {
            return choice;
        }
        if (!certain && FieldNames.rank(field, HeaderNames.normal(column.header())) < 0) {
            return Choice.NOTHING;
        }
        if (field.isDated() && order.dates() != null && !isYearFirst(column)) {
            var said = column.dates().stream()
                    .filter(format -> format.order() == order.dates())
                    .findFirst();
            if (said.isPresent()) {
                return new Choice(field, said.get(), null);
            }
            if (!column.dates().isEmpty()) {
                faults.add(new PushFault(
                        "dateFormat",
                        field.code(),
                        column.header(),
                        column.dates().stream().map(DateFormat::pattern).toList()));
            }
        }
        if (field.kind() == Field.Kind.AMOUNT && order.amounts() != null) {
            if (column.amounts().contains(order.amounts())) {
                return new Choice(field, null, order.amounts());
            }
            if (!column.amounts().isEmpty()) {
                faults.add(new PushFault("amountFormat", field.code(), column.header(), List.of()));
            }
        }
        return choice;
    }

    /** These can be read in one way only, whatever the program says of the others. */
    private static boolean isYearFirst(ColumnProfile column) {
        return column.dates().stream().allMatch(format -> format.order() == DateFormat.Order.YEAR_FIRST);
    }

    private void addAll(MappingCheck check, Mapping mapping) {
        check.missing()
                .forEach(field -> faults.add(new PushFault("missing", field.code(), wantedName(field), List.of())));
        check.openDates().forEach(at -> faults.add(about("dates", at, mapping)));
        check.openAmounts().forEach(at -> faults.add(about("amounts", at, mapping)));
        check.unreadable().forEach(at -> faults.add(about("unreadable", at, mapping)));
        check.repeated()
                .forEach(field -> faults.add(new PushFault("repeated", field.code(), PushNames.of(field), List.of())));
        if (!check.unknownTypes().isEmpty()) {
            faults.add(new PushFault(
                    "types",
                    Field.ITEM_TYPE.code(),
                    mapping.columnOf(Field.ITEM_TYPE)
                            .map(at -> profile.columns().get(at).header())
                            .orElse(""),
                    check.unknownTypes()));
        }
    }

    /** As the named mapping calls the column, where it knows one. */
    private String wantedName(Field field) {
        var named = order.mapping();
        return (named == null ? List.<SavedMapping.Column>of() : named.mapping().columns())
                .stream()
                        .filter(column -> column.field() == field)
                        .map(SavedMapping.Column::header)
                        .findFirst()
                        .orElseGet(() -> PushNames.of(field));
    }

    private PushFault about(String code, int at, Mapping mapping) {
        var field = mapping.columns().get(at).field();
        return new PushFault(
                code,
                field == null ? null : field.code(),
                profile.columns().get(at).header(),
                List.of());
    }
}
