package io.dunlin.criteria.web;

import io.dunlin.criteria.Draft.Join;
import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.SavedSearch;
import io.dunlin.criteria.Subject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The builder of criteria as it is shown.
 *
 * @param subject what is selected
 * @param list that it is for
 * @param offered indicators by the subject that a row is about
 * @param numbers those of them that a number can be compared to
 * @param searches those that the viewer may open
 * @param opened the one of them that is shown; null: none
 * @param refusal why the last action was not done; null: it was
 * @param focus id of the field that the viewer goes on with; empty: where it was
 */
public record BuilderView(
        Subject subject,
        ListAddress list,
        GroupView root,
        Map<Subject, List<Section>> offered,
        Map<Subject, List<Section>> numbers,
        CountView count,
        String currency,
        List<SavedSearch> searches,
        @Nullable SavedSearch opened,
        @Nullable String refusal,
        String focus) {
    /** Of the list. */
    public String address() {
        return list.whole();
    }

    /** Address of the list with other criteria. */
    public String leadingTo(String criteria) {
        return list.with(criteria);
    }

    /** Indicators under a heading; each choice is its code and name. */
    public record Section(String label, List<Choice> indicators) {}

    /** A group or a row, and the path under which its fields stand. */
    public sealed interface Part {
        String path();
    }

    /** @param subject what its rows are about */
    public record GroupView(String path, Join join, Subject subject, List<Part> parts) implements Part {
        /** Key of the word between two of its parts. */
        public String between() {
            return "criteria.between." + join;
        }

        public List<Join> joins() {
            return join.isOfItems() ? List.of(Join.HAS_ITEM, Join.HAS_NO_ITEM) : List.of(Join.ALL, Join.ANY, Join.NONE);
        }
    }

    /**
     * One indicator compared.
     *
     * @param name of the indicator; the code of one that is gone
     * @param kind null: no indicator is chosen, or one that is gone
     * @param hows how it can be compared
     * @param choices for {@link Input#CHOICES} and {@link Input#GRADE}
     */
    public record RowView(
            String path,
            Subject subject,
            String what,
            String name,
            @Nullable Kind kind,
            String how,
            List<String> hows,
            Input input,
            List<String> values,
            List<Choice> choices,
            boolean orUnknown)
            implements Part {
        /** The value at the place; empty where there is none. */
        public String value(int at) {
            return at < values.size() ? values.get(at) : "";
        }

        public String pasted() {
            return String.join("\n", values);
        }

        /** Key of the name of a comparison. */
        public static String key(String how) {
            return "criteria.how." + how.replace("!", "not.");
        }

        /** Key of what is added to what has no value. */
        public String unknownKey() {
            return kind == Kind.DATE ? "criteria.orNever" : "criteria.orUnknown";
        }
    }
}
