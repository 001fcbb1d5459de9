package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerChanges;
import io.dunlin.ledger.CustomerOption;
import io.dunlin.ledger.CustomerOptions;
import io.dunlin.web.Requires;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes the options and the score of a customer. */
@Controller
@Requires(Right.COLLECT)
class OptionsActions {
    private final CustomerFilePage page;
    private final CustomerOptions options;
    private final CustomerChanges changes;

    OptionsActions(CustomerFilePage page, CustomerOptions options, CustomerChanges changes) {
        this.page = page;
        this.options = options;
        this.changes = changes;
    }

    /** Options that are not named are off. */
    @PostMapping("/customers/{company}/{code}/options")
    String save(
            @PathVariable String company,
            @PathVariable String code,
            @RequestParam(name = "option", defaultValue = "") List<String> on,
            @RequestParam(defaultValue = "") String score) {
        var file = page.file(company, code);
        var wished = new CustomerOptions.Options(
                on.stream().map(CustomerOption::find).flatMap(Optional::stream).collect(Collectors.toSet()),
                score(score));
        options.change(file.id(), wished);
        changes.record(
                file,
                "customer.options",
                Map.of(
                        "on",
                                wished.on().stream()
                                        .map(CustomerOption::code)
                                        .sorted()
                                        .toList(),
                        "score", score.strip()));
        return "redirect:" + file.address() + "/details#options";
    }

    private static @Nullable Integer score(String text) {
        if (text.isBlank()) {
            return null;
        }
        if (!text.matches("\\d{1,4}")) {
            throw new Rejected("ledger.option.badScore", CustomerOptions.BEST);
        }
        return Integer.valueOf(text);
    }
}
