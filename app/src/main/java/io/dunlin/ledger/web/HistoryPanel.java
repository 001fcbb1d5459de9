package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerChanges;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerPanel;
import io.dunlin.ledger.Items;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which files brought and changed the customer and its items, and what people and rules did. */
@Component
public class HistoryPanel implements CustomerPanel {
    private final Items items;
    private final CustomerChanges changes;
    private final RuleSentences rules;

    HistoryPanel(Items items, CustomerChanges changes, RuleSentences rules) {
        this.items = items;
        this.changes = changes;
        this.rules = rules;
    }

    /** @param imports numbers, the latest first */
    public record View(List<Long> imports, List<CustomerChanges.Change> changes, List<RuleSentences.Sentence> rules) {}

    @Override
    public String code() {
        return "history";
    }

    @Override
    public String label() {
        return "ledger.history.tab";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/web/historyPanel";
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        return Map.of("view", new View(items.importsOf(file.id()), changes.of(file), rules.of(file.id())));
    }
}
