package io.dunlin.reporting;

import io.dunlin.web.Flag;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a block of the Overview shows, in the viewer's language. */
public sealed interface BlockContent {
    /**
     * Figures side by side, four of them.
     *
     * @param trends past values of a tile by its key, the latest last; drawn small beside its figure
     * @param lead what one should know, for the head of the page: the first part in bold; null for none
     */
    record Tiles(
            List<Tile> tiles,
            Map<String, List<BigDecimal>> trends,
            @Nullable Lead lead) implements BlockContent {
        public Tiles {
            tiles = List.copyOf(tiles);
            trends = Map.copyOf(trends);
        }
    }

    /** What matters most, and what more there is to say; {@code more} may be empty. */
    record Lead(String main, String more) {}

    /** @param sub quieter, beside the title: the unit, and what the categories are */
    record Chart(Diagram diagram, String sub) implements BlockContent {}

    /**
     * A short list.
     *
     * @param sub quieter, beside the title; may be empty
     * @param foot below the lines; null for none
     * @param how how the lines were chosen and ordered; null where that is plain
     * @param notice above the lines; null for none
     */
    record Lines(
            String sub,
            Heads heads,
            List<Line> lines,
            @Nullable String foot,
            @Nullable How how,
            @Nullable Notice notice)
            implements BlockContent {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /** Heads of the columns where the block is wide enough for them; null where no line has such a column. */
    record Heads(
            String title,
            String figure,
            @Nullable String reason,
            @Nullable String aside) {}

    /**
     * @param flag coloured mark beside the title; null: none
     * @param link what a click on the title opens
     * @param note quieter, below the title
     * @param aside a second, quieter figure
     */
    record Line(
            String title,
            @Nullable Flag flag,
            @Nullable String link,
            @Nullable String note,
            String figure,
            @Nullable Reason reason,
            @Nullable String aside) {
        /** Without a mark. */
        public Line(
                String title,
                @Nullable String link,
                @Nullable String note,
                String figure,
                @Nullable Reason reason,
                @Nullable String aside) {
            this(title, null, link, note, figure, reason, aside);
        }
    }

    /** @param tone {@code bad}, {@code warn}, {@code good} or empty */
    record Reason(
            String tone,
            String icon,
            String headline,
            @Nullable String detail) {}

    record How(String formula, List<Tile.Input> inputs) {}

    /**
     * A sentence instead of figures, or above them.
     *
     * @param tone {@code bad}, {@code warn}, {@code good} or empty
     * @param way what can be done about it; null for nothing
     */
    record Notice(
            String tone, String icon, String text, @Nullable Way way) implements BlockContent {}

    record Way(String label, String link) {}
}
