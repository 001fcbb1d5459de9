package io.dunlin.insights.web;

import io.dunlin.insights.BlockRows;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A block as the page shows it.
 *
 * @param classes where it stands in the grid
 * @param link where more is told; null: nowhere
 * @param content null: loaded after the page
 * @param source address that its content is loaded from
 */
public record BlockView(
        String code,
        String title,
        OverviewBlock.Width width,
        String classes,
        @Nullable String link,
        @Nullable BlockContent content,
        String source,
        String asOf) {
    static BlockView of(OverviewBlock block, BlockRows.Spot spot, BlockRequest request, boolean isWithContent) {
        var report = block.report();
        return new BlockView(
                block.code(),
                request.page().text(block.titleKey()),
                block.width(),
                spot.classes(),
                report == null ? null : request.linkTo(report),
                isWithContent ? block.content(request) : null,
                UriComponentsBuilder.fromPath("/overview/blocks/" + block.code())
                        .queryParam("company", request.company().code())
                        .queryParam("asOf", request.asOf())
                        .encode()
                        .toUriString(),
                request.asOf().toString());
    }

    /** Beside the title. */
    public String sub() {
        return switch (content) {
            case BlockContent.Chart chart -> chart.sub();
            case BlockContent.Lines lines -> lines.sub();
            case BlockContent.Tiles tiles -> "";
            case BlockContent.Notice notice -> "";
            case null -> "";
        };
    }

    /** Lines as a table; else as a list. */
    public boolean isWide() {
        return width.columns() >= OverviewBlock.Width.TWO_THIRDS.columns();
    }
}
