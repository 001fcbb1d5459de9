package io.dunlin.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.insights.web.SignedInViewer;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.Users;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.Page;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBlockTest {
    private final TestLedger ledger = new TestLedger("2026-11-22");
    private final Viewer viewer = new SignedInViewer(ledger.inTenant(() ->
            new Users(ledger.sql(), ledger.clock()).create("a@example.org", "Claire", Role.COLLECTOR, false, "en")));
    private final OverviewBlocks blocks = new OverviewBlocks(
            List.of(new SomeBlock("figures", 5)),
            List.of(new SomeReport("trend", true, BigDecimal.TEN), new SomeReport("quiet", false, BigDecimal.ZERO)));

    @AfterAll
    void close() {
        ledger.close();
    }

    @Test
    void every_report_is_offered_and_those_about_trends_are_shown() {
        var arrangement = Arrangement.of(blocks.of(viewer), Map.of(), Role.COLLECTOR);
        assertThat(arrangement.shown()).extracting(OverviewBlock::code).containsExactly("figures", "report-trend");
        assertThat(arrangement.hidden()).extracting(OverviewBlock::code).containsExactly("report-quiet");
    }

    @Test
    void a_report_shows_its_first_diagram_or_says_why_there_is_none() {
        var request = new BlockRequest(
                ledger.company(), LocalDate.parse("2026-11-22"), new Page(viewer, new Texts(), "", "", List.of()));
        assertThat(blocks.get("report-trend", viewer).content(request)).isInstanceOf(BlockContent.Chart.class);
        assertThat(blocks.get("report-quiet", viewer).content(request))
                .isEqualTo(new BlockContent.Notice("", "info", "Lead of quiet", null));
    }
}
