package io.dunlin.criteria.web;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.Indicator;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of indicators as JSON. */
@RestController
@RequestMapping("/api/v1/indicators")
@Requires(Right.SEE_CUSTOMERS)
@Tag(
        name = "Indicators",
        description = "What is known of customers, debtors and items: for criteria, columns and rules.")
class IndicatorsApi {
    private final Catalogue catalogue;
    private final Labels labels;

    IndicatorsApi(Catalogue catalogue, Labels labels) {
        this.catalogue = catalogue;
        this.labels = labels;
    }

    /**
     * @param scale grades from worst to best; empty where the kind is no grade
     * @param choices values that are offered; empty where they are typed
     */
    record Known(
            String code,
            String subject,
            String kind,
            String section,
            String name,
            List<String> scale,
            List<Choice> choices) {}

    record Choice(String value, String name) {}

    @GetMapping
    @Operation(summary = "All indicators, as criteria name them, with their values where these are codes")
    @Transactional(readOnly = true)
    public List<Known> all() {
        return catalogue.now().all().stream().map(this::known).toList();
    }

    private Known known(Indicator indicator) {
        return new Known(
                indicator.code(),
                indicator.subject().code(),
                indicator.kind().name(),
                labels.text("criteria.section." + indicator.section()),
                labels.name(indicator.label()),
                indicator.scale(),
                indicator.choices().get().stream()
                        .map(choice -> new Choice(choice.value(), labels.name(choice.label())))
                        .toList());
    }
}
