package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerFigures;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerPanel;
import io.dunlin.ledger.SalesByMonth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The ageing of the customer and its sales by month. */
@Component
public class ReportsPanel implements CustomerPanel {
    private final SalesByMonth sales;
    private final Labels labels;

    ReportsPanel(SalesByMonth sales, Labels labels) {
        this.sales = sales;
        this.labels = labels;
    }

    /** A bar of a hundred units; negative amounts have none. */
    public record Bar(String label, BigDecimal amount, int width, boolean isLate) {}

    public record View(List<Bar> ageing, List<Bar> sales, BigDecimal salesTotal, String currency) {}

    @Override
    public String code() {
        return "reports";
    }

    @Override
    public String label() {
        return "ledger.reports.tab";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/web/reportsPanel";
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        var months = sales.of(file.id());
        var largest = months.stream().map(SalesByMonth.Month::sales).reduce(BigDecimal.ZERO, BigDecimal::max);
        var bars = months.stream()
                .map(month -> new Bar(
                        month.month().toString().substring(0, 7), month.sales(), width(month.sales(), largest), false))
                .toList();
        var total = months.stream().map(SalesByMonth.Month::sales).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Map.of(
                "view",
                new View(
                        ageing(file.figures(), file.company().ageingBrackets()),
                        bars,
                        total,
                        file.company().currency().getCurrencyCode()));
    }

    private List<Bar> ageing(CustomerFigures figures, List<Integer> ends) {
        var bars = new ArrayList<Bar>();
        var amounts = figures.overdueByBracket().subList(0, ends.size() + 1);
        var largest = amounts.stream().reduce(figures.notDue(), BigDecimal::max);
        bars.add(new Bar(
                labels.text("ledger.reports.notDue"), figures.notDue(), width(figures.notDue(), largest), false));
        for (int i = 0; i < amounts.size(); i++) {
            var from = i == 0 ? 1 : ends.get(i - 1) + 1;
            var label = i < ends.size()
                    ? labels.text("ledger.reports.bracket", from, ends.get(i))
                    : labels.text("ledger.reports.lastBracket", from - 1);
            bars.add(new Bar(label, amounts.get(i), width(amounts.get(i), largest), true));
        }
        if (figures.credits().signum() != 0) {
            bars.add(new Bar(labels.text("ledger.reports.credits"), figures.credits(), 0, false));
        }
        return bars;
    }

    private static int width(BigDecimal amount, BigDecimal largest) {
        return amount.signum() <= 0 || largest.signum() <= 0
                ? 0
                : amount.movePointRight(2)
                        .divide(largest, 0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(100))
                        .intValue();
    }
}
