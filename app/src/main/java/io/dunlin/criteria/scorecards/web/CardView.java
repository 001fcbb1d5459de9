package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.Indicator.Choice;
import io.dunlin.criteria.Indicator.Kind;
import io.dunlin.criteria.SavedSearch;
import io.dunlin.criteria.scorecards.ScoreHistory;
import io.dunlin.criteria.scorecards.ScorePreview;
import io.dunlin.criteria.scorecards.web.CardDraft.AxisDraft;
import io.dunlin.criteria.web.BuilderView;
import io.dunlin.web.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a card.
 *
 * @param name of the card as it is kept; null: it is new
 * @param offered indicators that a card can look at, by section
 * @param own the criteria of each override in words; empty for those that go by a search
 * @param lines the axes of the lines, in their order
 * @param rows of the matrix
 * @param columns of the matrix
 * @param wrong what is wrong, by the place of the field, in words
 * @param preview null: not asked yet
 * @param currency of the company
 * @param focus id of the field that the viewer goes on with; empty: where it was
 */
public record CardView(
        CardDraft draft,
        @Nullable String name,
        List<BuilderView.Section> offered,
        List<SavedSearch> searches,
        List<String> own,
        List<AxisView> lines,
        AxisView rows,
        AxisView columns,
        Map<String, String> wrong,
        ScorePreview.@Nullable Preview preview,
        List<ScoreHistory.Run> runs,
        String currency,
        String focus) {
    /**
     * An indicator and its bands.
     *
     * @param place what the names of its fields begin with, such as {@code line.0.}
     * @param name of the indicator; its code where it is gone; empty: none is chosen
     * @param kind null: none is chosen, or it is gone
     * @param codes what its values are called, in the order in which they are offered
     */
    public record AxisView(
            String place,
            AxisDraft draft,
            String name,
            @Nullable Kind kind,
            List<Choice> codes) {
        /** What the code of a band is called; one that is gone by itself. */
        public String called(String code) {
            return codes.stream()
                    .filter(choice -> choice.value().equals(code))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(code);
        }

        /** Codes that are no band yet. */
        public List<Choice> more() {
            return codes.stream()
                    .filter(choice -> !draft.bands().contains(choice.value()))
                    .toList();
        }

        /** The end below, as numbers are written; what is no number as it was typed; empty for the lowest band. */
        public String from(Page page, int band) {
            return band == 0 ? "" : written(page, draft.bands().get(band - 1));
        }

        private static String written(Page page, String typed) {
            if (!CardReading.NUMBER.matcher(typed.strip()).matches()) {
                return typed;
            }
            var number = new BigDecimal(typed.strip().replace(',', '.'));
            return page.number(number, Math.max(0, number.stripTrailingZeros().scale()));
        }

        /** What falls into a band, for the heads of a matrix. */
        public String words(Page page, int band) {
            var last = band == draft.bands().size();
            if (draft.codes()) {
                return last
                        ? page.text("criteria.scorecards.band.other")
                        : called(draft.bands().get(band));
            }
            if (last) {
                return draft.bands().isEmpty()
                        ? page.text("criteria.scorecards.band.any")
                        : page.text("criteria.scorecards.band.above", from(page, band));
            }
            return band == 0
                    ? page.text("criteria.scorecards.band.below", from(page, band + 1))
                    : page.text("criteria.scorecards.band.between", from(page, band), from(page, band + 1));
        }

        /** Key of what its numbers count; empty: nothing in particular. */
        public String unit() {
            return kind == Kind.DAYS ? "criteria.unit.days" : kind == Kind.DATE ? "criteria.scorecards.unit.age" : "";
        }
    }

    /** Whether something can be saved: it is typed without a mistake, as far as is known. */
    public boolean isSound() {
        return wrong.isEmpty();
    }

    /** Why a field cannot be used; null: it can, as far as is known. */
    public @Nullable String wrong(String place) {
        return wrong.get(place);
    }

    /** For {@code aria-invalid}. */
    public @Nullable String invalid(String place) {
        return wrong.containsKey(place) ? "true" : null;
    }

    /** Id of the field of a place. */
    public static String id(String place) {
        return "card-" + place.replace('.', '-');
    }
}
