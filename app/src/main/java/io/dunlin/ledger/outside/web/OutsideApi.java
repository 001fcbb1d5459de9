package io.dunlin.ledger.outside.web;

import io.dunlin.criteria.outside.OutsideIndicator;
import io.dunlin.criteria.outside.OutsideIndicators;
import io.dunlin.criteria.outside.OutsideSheet;
import io.dunlin.criteria.outside.OutsideSheet.Said;
import io.dunlin.criteria.outside.OutsideSheets;
import io.dunlin.criteria.web.Labels;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.outside.OutsideIntake;
import io.dunlin.ledger.outside.ToldLine;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Values of outside indicators, from programs and for them. */
@RestController
@RequestMapping("/api/v1/outside-values")
@Tag(
        name = "Outside values",
        description = "What bureaus and other sources say of customers, by the indicators that the settings declare.")
class OutsideApi {
    private final OutsideIndicators indicators;
    private final OutsideSheets sheets;
    private final OutsideIntake intake;
    private final Companies companies;
    private final CustomerFiles files;
    private final Labels labels;

    OutsideApi(
            OutsideIndicators indicators,
            OutsideSheets sheets,
            OutsideIntake intake,
            Companies companies,
            CustomerFiles files,
            Labels labels) {
        this.indicators = indicators;
        this.sheets = sheets;
        this.intake = intake;
        this.companies = companies;
        this.files = files;
        this.labels = labels;
    }

    @Schema(name = "OutsideValues")
    record Message(
            @Schema(description = "Code of the company") @Nullable
            String company,

            @Schema(description = "Code of the indicator, such as outside.failure-score") @Nullable
            String indicator,

            @Schema(description = "Whose word it is; by default the source of the indicator") @Nullable
            String source,

            @Schema(description = "At most 10,000") @Nullable
            List<Line> values) {}

    @Schema(name = "OutsideValue")
    record Line(
            @Schema(description = "Code of the customer") @Nullable
            String customer,

            @Schema(
                    description =
                            "A number with a point, a date as 2026-11-30, true or false, a grade, a text; null: nothing is known any more")
            @Nullable
            String value,

            @Schema(
                    description =
                            "From which day it holds; by default today. A day before the present value's becomes history")
            @Nullable
            String day) {}

    /**
     * @param told lines that were good
     * @param changed of them, those that said something new
     */
    @Schema(name = "OutsideValuesTaken")
    record Taken(int told, int changed, List<Refused> refused) {}

    /** @param place of the line among the values, from 1 */
    @Schema(name = "OutsideValueRefused")
    record Refused(int place, @Nullable String customer, String problem) {}

    @Schema(name = "OutsideValueKnown")
    record Known(
            String indicator,
            String name,
            @Nullable String value,
            @Nullable LocalDate since,
            @Nullable Instant toldAt,
            @Nullable String source,

            @Schema(description = "How often anything was told")
            int told,

            @Schema(description = "The latest " + OutsideSheet.SHOWN + " of what was told")
            List<Before> history) {}

    @Schema(name = "OutsideValueBefore")
    record Before(@Nullable String value, LocalDate since, Instant toldAt, String source) {}

    @PostMapping
    @Requires(Right.IMPORT)
    @Operation(
            summary = "Write values down",
            description =
                    "What is good is written down, the rest comes back with the reason. To say the same again changes nothing. Rules, scores and alerts follow by themselves, once for all that is written down while they wait.")
    Taken take(@RequestBody Message message) {
        var indicator = indicator(message.indicator());
        var lines = message.values() == null ? List.<Line>of() : message.values();
        var outcome = intake.take(
                indicator,
                company(message.company()),
                message.source(),
                IntStream.range(0, lines.size())
                        .mapToObj(at -> line(at + 1, lines.get(at)))
                        .toList(),
                null);
        return new Taken(
                outcome.told(),
                outcome.changed(),
                outcome.refused().stream()
                        .map(one -> new Refused(
                                one.line().place(),
                                one.line().customer(),
                                labels.text(
                                        one.problem().key(),
                                        one.problem().arguments().toArray())))
                        .toList());
    }

    @GetMapping
    @Requires(Right.SEE_CUSTOMERS)
    @Operation(summary = "What is known of one customer, with what was told before, the latest first")
    List<Known> known(
            @Parameter(description = "Code of the company") @RequestParam String company,
            @Parameter(description = "Code of the customer") @RequestParam String customer) {
        var file = files.get(company(company), customer);
        return sheets.of(file.id().value()).stream().map(OutsideApi::known).toList();
    }

    private static ToldLine line(int place, @Nullable Line line) {
        return line == null
                ? new ToldLine(place, null, null, null)
                : new ToldLine(place, line.customer(), line.value() == null ? "" : line.value(), line.day());
    }

    private static Known known(OutsideSheet sheet) {
        var now = sheet.now();
        var history = sheet.history().stream().map(OutsideApi::before).toList();
        var indicator = sheet.indicator();
        return now == null
                ? new Known(indicator.code(), indicator.name(), null, null, null, null, sheet.told(), history)
                : new Known(
                        indicator.code(),
                        indicator.name(),
                        now.value(),
                        now.since(),
                        now.toldAt(),
                        now.source(),
                        sheet.told(),
                        history);
    }

    private static Before before(Said said) {
        return new Before(said.value(), said.since(), said.toldAt(), said.source());
    }

    private OutsideIndicator indicator(@Nullable String code) {
        return indicators.all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Rejected("ledger.outside.indicator", code == null ? "" : code));
    }

    private Company company(@Nullable String code) {
        return companies
                .find(code == null ? "" : code)
                .orElseThrow(() -> new NotFound("Company", String.valueOf(code)));
    }
}
