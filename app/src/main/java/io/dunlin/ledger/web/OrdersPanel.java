package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerPanel;
import io.dunlin.ledger.OrderBacklog;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** What the customer has ordered and is not invoiced yet. */
@Component
class OrdersPanel implements CustomerPanel {
    private final OrderBacklog orders;

    OrdersPanel(OrderBacklog orders) {
        this.orders = orders;
    }

    @Override
    public String code() {
        return "orders";
    }

    @Override
    public String label() {
        return "ledger.orders.tab";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public Right right() {
        return Right.SEE_CUSTOMERS;
    }

    @Override
    public String template() {
        return "ledger/web/ordersPanel";
    }

    @Override
    public OptionalLong count(CustomerFile file) {
        return OptionalLong.of(orders.count(file.id()));
    }

    @Override
    public Map<String, Object> show(CustomerFile file, Map<String, String> parameters) {
        return Map.of("orders", orders.of(file.id()));
    }
}
