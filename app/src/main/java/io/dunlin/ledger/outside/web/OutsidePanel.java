package io.dunlin.ledger.outside.web;

import io.dunlin.criteria.outside.OutsideSheet;
import io.dunlin.criteria.outside.OutsideSheets;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerPanel;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What outside sources say of the customer, and said before. */
@Component
public class OutsidePanel implements CustomerPanel {
    private final OutsideSheets sheets;
    private final Clock clock;

    OutsidePanel(OutsideSheets sheets, Clock clock) {
        this.sheets = sheets;
        this.clock = clock;
    }

    /** @param edited of which a value is being written down; null: of none */
    public record View(List<OutsideSheet> sheets, @Nullable OutsideSheet edited, LocalDate today) {}

    /** What was written and could not be taken, and why. */
    public record Refused(String value, String day, String problem) implements Serializable {}

    @Override
    public String code() {
        return "outside";
    }

    @Override
    public String label() {
        return "ledger.outside.tab";
    }

    @Override
    public int order() {
        return 36;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/outside/web/panel";
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        var all = sheets.of(file.id().value());
        var edited = all.stream()
                .filter(sheet -> Long.toString(sheet.indicator().id()).equals(parameters.get("edit")))
                .findFirst()
                .orElse(null);
        return Map.of("view", new View(all, edited, file.company().today(clock)));
    }
}
