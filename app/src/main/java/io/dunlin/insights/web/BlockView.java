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
 * @param isReport whether that is a report; else it is a list
 * @param content null: loaded after the page
 * @param source address that its content is loaded from
 * @param isAboutAll whether it is about all customers although not all were asked for
 * @param address of the page that it stands on
 */
public record BlockView(
        String code,
        String title,
        OverviewBlock.Width width,
        String classes,
        @Nullable String link,
        boolean isReport,
        @Nullable BlockContent content,
        String source,
        boolean isAboutAll,
        OverviewAddress address) {
    static BlockView of(
            OverviewBlock block,
            BlockRows.Spot spot,
            BlockRequest request,
            OverviewAddress address,
            boolean isWithContent) {
        return new BlockView(
                block.code(),
                request.page().text(block.titleKey()),
                block.width(),
                spot.classes(),
                block.link(request),
                block.report() != null,
                isWithContent ? block.content(request) : null,
                source(block, request, address),
                !address.filters().isEmpty() && !block.keepsTo(request),
                address);
    }

    private static String source(OverviewBlock block, BlockRequest request, OverviewAddress address) {
        var source = UriComponentsBuilder.fromPath("/overview/blocks/" + block.code())
                .queryParam("company", request.company().code())
                .queryParam("asOf", request.asOf());
        if (address.isFull()) {
            source.queryParam(OverviewAddress.FULL, OverviewAddress.ALL);
        }
        return request.linkTo(source);
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
