package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerPanel;
import io.dunlin.ledger.Statements;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The items of the customer on any day. */
@Component
class StatementPanel implements CustomerPanel {
    private final Statements statements;
    private final Clock clock;

    StatementPanel(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "statement";
    }

    @Override
    public String label() {
        return "ledger.statement.tab";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/web/statementPanel";
    }

    @Override
    public OptionalLong count(CustomerFile file) {
        return OptionalLong.of(file.figures().openItems());
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        var query = StatementQuery.of(parameters, file.company().today(clock));
        var statement = statements.of(file.id(), query.asOf(), query.shown());
        return Map.of(
                "view",
                StatementView.of(
                        statement, query, file.company().currency().getCurrencyCode(), file.address() + "/" + code()));
    }
}
