package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.ExchangeRates;
import io.dunlin.ledger.ExchangeRates.Rate;
import io.dunlin.ledger.RateFile;
import io.dunlin.ledger.RateUpdate;
import io.dunlin.web.Requires;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The exchange rates: the latest of each currency, one typed by hand, or the central bank's file. */
@Controller
@Requires(Right.CONFIGURE)
public class RatesPage {
    private static final String PATH = "/settings/rates";
    private static final long LARGEST = 20L * 1024 * 1024;

    private final ExchangeRates rates;
    private final RateUpdate update;

    RatesPage(ExchangeRates rates, RateUpdate update) {
        this.rates = rates;
        this.update = update;
    }

    /**
     * @param file what was read from the file that was just uploaded; null: none was
     * @param changed how many rates were new or different
     */
    public record View(
            List<ExchangeRates.Latest> latest, @Nullable RateFile file, int changed) {}

    @GetMapping(PATH)
    String show(Model model) {
        model.addAttribute("view", new View(rates.latest(), null, 0));
        return "ledger/web/rates";
    }

    @PostMapping(PATH)
    String add(@RequestParam Map<String, String> form) {
        update.save(List.of(new Rate(currency(form), day(form), perEuro(form))));
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/file")
    String upload(@RequestParam MultipartFile file, Model model) throws IOException {
        if (file.isEmpty() || file.getSize() > LARGEST) {
            throw new Rejected("ledger.rates.fileSize", LARGEST / 1024 / 1024);
        }
        RateFile read;
        try (var input = file.getInputStream()) {
            read = RateFile.read(input);
        }
        var changed = read.rates().isEmpty() ? 0 : update.save(read.rates());
        model.addAttribute("view", new View(rates.latest(), read, changed));
        return "ledger/web/rates";
    }

    private static String currency(Map<String, String> form) {
        var currency = Inputs.text(form, "currency").toUpperCase(Locale.ROOT);
        if (!currency.matches("[A-Z]{3}") || currency.equals("EUR")) {
            throw new Rejected("ledger.rates.problem.currency");
        }
        return currency;
    }

    private static LocalDate day(Map<String, String> form) {
        try {
            return LocalDate.parse(Inputs.text(form, "on"));
        } catch (DateTimeParseException nonsense) {
            throw new Rejected("ledger.rates.problem.date");
        }
    }

    private static BigDecimal perEuro(Map<String, String> form) {
        var typed = Inputs.text(form, "perEuro").replace(',', '.');
        if (!typed.matches("\\d{1,10}(\\.\\d{1,10})?") || new BigDecimal(typed).signum() == 0) {
            throw new Rejected("ledger.rates.problem.number");
        }
        return new BigDecimal(typed);
    }
}
