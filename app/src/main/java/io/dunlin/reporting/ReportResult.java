package io.dunlin.reporting;

import io.dunlin.web.Table;
import java.util.List;

/**
 * The answer of a report, in the viewer's language.
 *
 * @param lead what one should know, in one or two sentences
 * @param notices what is missing from the figures, and what to do about it
 * @param sections further tables below the main one, such as the trace of a calculation
 */
public record ReportResult(
        String lead,
        List<Tile> tiles,
        List<Diagram> diagrams,
        Table table,
        List<Section> sections,
        List<String> notices) {
    public ReportResult {
        tiles = List.copyOf(tiles);
        diagrams = List.copyOf(diagrams);
        sections = List.copyOf(sections);
        notices = List.copyOf(notices);
    }

    /** A further table under its own heading. */
    public record Section(String title, String explanation, Table table) {}
}
