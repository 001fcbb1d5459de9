package io.dunlin.ledger.web;

import io.dunlin.criteria.scorecards.ScoreSheets;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerPanel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The scores of the customer: each card's class and points, what they are made of, and what they were before. */
@Component
class ScoresPanel implements CustomerPanel {
    private final ScoreSheets sheets;

    ScoresPanel(ScoreSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public String code() {
        return "scores";
    }

    @Override
    public String label() {
        return "ledger.scores.tab";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/web/scoresPanel";
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        return Map.of("sheets", sheets.of(file.id().value()));
    }
}
