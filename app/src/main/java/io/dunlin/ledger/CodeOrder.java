package io.dunlin.ledger;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.dunlin.criteria.Indicator;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.web.Labels;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The order of values that are codes: grades from worst to best, all others by the names that whoever looks reads. */
@Component
public class CodeOrder {
    private final Labels labels;

    public CodeOrder(Labels labels) {
        this.labels = labels;
    }

    /**
     * What to sort by; unknown where the value is. Codes that nobody has named come after those with a name.
     *
     * @param value a column of the indicator; of several values an array of their codes
     */
    Field<?> of(Indicator indicator, Field<?> value) {
        return switch (indicator.kind()) {
            case GRADE -> place(value.cast(SQLDataType.CLOB), indicator.scale());
            case CHOICE -> place(value.cast(SQLDataType.CLOB), byName(indicator));
            case SEVERAL -> places(value, byName(indicator));
            case TEXT, AMOUNT, COUNT, DAYS, PERCENT, SCORE, RISK, DATE, FLAG -> value;
        };
    }

    private List<String> byName(Indicator indicator) {
        var names = indicator.choices().get().stream()
                .collect(Collectors.toMap(Choice::value, choice -> labels.name(choice.label()), (one, two) -> one));
        return names.entrySet().stream()
                .sorted(Map.Entry.<String, String>comparingByValue(Collator.getInstance(labels.language()))
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Field<Integer> place(Field<String> code, List<String> order) {
        var codes = val(order.toArray(String[]::new));
        var place = function(name("array_position"), SQLDataType.INTEGER, codes, code);
        return coalesce(place, when(code.isNotNull(), inline(order.size() + 1)));
    }

    /** As their names stand beside each other: the first name decides, then the second. */
    private static Field<?> places(Field<?> codes, List<String> order) {
        var one = field(name("one", "code"), String.class);
        var place = place(one, order);
        return when(
                codes.isNotNull(),
                array(select(place).from(unnest(codes).as("one", "code")).orderBy(place)));
    }
}
