package io.dunlin.reporting;

import io.dunlin.web.Table;
import java.util.List;

/**
 * The answer of a report, in the viewer's language.
 *
 * @param lead what one should know, in one or two sentences
 * @param notices what is missing from the figures, and what to do about it
 * @param sections further tables below the main one, such as the trace of a calculation
 * @param links related pages, offered beside the title
 */
public record ReportResult(
        String lead,
        List<Tile> tiles,
        List<Diagram> diagrams,
        Table table,
        List<Section> sections,
        List<String> notices,
        List<Link> links) {
    public ReportResult {
        tiles = List.copyOf(tiles);
        diagrams = List.copyOf(diagrams);
        sections = List.copyOf(sections);
        notices = List.copyOf(notices);
        links = List.copyOf(links);
    }

    /** Without links. */
    public ReportResult(
            String lead,
            List<Tile> tiles,
            List<Diagram> diagrams,
            Table table,
            List<Section> sections,
            List<String> notices) {
        this(lead, tiles, diagrams, table, sections, notices, List.of());
    }

    /** The same answer with related pages beside its title. */
    public ReportResult withLinks(List<Link> related) {
        return new ReportResult(lead, tiles, diagrams, table, sections, notices, related);
    }

    /** A related page. */
    public record Link(String label, String address) {}

    /** A further table under its own heading. */
    public record Section(String title, String explanation, Table table) {}
}
