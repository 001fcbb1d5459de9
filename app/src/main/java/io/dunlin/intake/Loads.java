package io.dunlin.intake;

import io.dunlin.ledger.ContactLoads;
import io.dunlin.ledger.CustomerLoads;
import io.dunlin.ledger.ItemLoads;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.ledger.OrderLoads;
import io.dunlin.ledger.PortfolioLoads;
import io.dunlin.ledger.SalesLoads;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens the way into the ledger for each subject, in the caller's transaction. */
@Component
class Loads {
    private final ItemLoads items;
    private final CustomerLoads customers;
    private final ContactLoads contacts;
    private final OrderLoads orders;
    private final SalesLoads sales;
    private final PortfolioLoads portfolios;

    Loads(
            ItemLoads items,
            CustomerLoads customers,
            ContactLoads contacts,
            OrderLoads orders,
            SalesLoads sales,
            PortfolioLoads portfolios) {
        this.items = items;
        this.customers = customers;
        this.contacts = contacts;
        this.orders = orders;
        this.sales = sales;
        this.portfolios = portfolios;
    }

    FileLoad begin(Subject subject, Mapping mapping, List<String> headers, LoadOrder order) {
        return switch (subject) {
            case ITEMS ->
                new ItemFileLoad(new ItemReader(mapping, headers, order.company()), items.begin(order), mapping);
            case CUSTOMERS -> {
                var load = customers.begin(order);
                yield FileLoad.of(new CustomerReader(mapping, headers), load::add, load::apply, load::close);
            }
            case CONTACTS -> {
                var load = contacts.begin(order);
                yield FileLoad.of(new ContactReader(mapping, headers), load::add, load::apply, load::close);
            }
            case ORDERS ->
                new OrderFileLoad(new OrderReader(mapping, headers, order.company()), orders.begin(order), mapping);
            case SALES -> {
                var load = sales.begin(order);
                yield FileLoad.of(
                        new SalesReader(mapping, headers, order.company()), load::add, load::apply, load::close);
            }
            case USERS -> {
                var load = portfolios.begin(order);
                yield FileLoad.of(new UserReader(mapping, headers), load::add, load::apply, load::close);
            }
        };
    }
}
