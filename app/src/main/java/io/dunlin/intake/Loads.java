package io.dunlin.intake;

import io.dunlin.ledger.ContactLoads;
import io.dunlin.ledger.CustomerLoads;
import io.dunlin.ledger.ItemLoads;
import io.dunlin.ledger.LoadOrder;
import io.dunlin.ledger.OrderLoads;
import io.dunlin.ledger.PortfolioLoads;
import io.dunlin.ledger.SalesLoads;
import io.dunlin.tenancy.Companies;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final Companies companies;

    Loads(
            ItemLoads items,
            CustomerLoads customers,
            ContactLoads contacts,
            OrderLoads orders,
            SalesLoads sales,
            PortfolioLoads portfolios,
            Companies companies) {
        this.items = items;
        this.customers = customers;
        this.contacts = contacts;
        this.orders = orders;
        this.sales = sales;
        this.portfolios = portfolios;
        this.companies = companies;
    }

    FileLoad begin(Import file, Mapping mapping, List<String> headers) {
        var order = order(file, mapping);
        return switch (file.subject()) {
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

    private LoadOrder order(Import file, Mapping mapping) {
        Set<String> fields = mapping.columns().stream()
                .flatMap(choice -> Optional.ofNullable(choice.field()).stream())
                .filter(field -> !field.required() && !field.isAuxiliary())
                .map(Field::code)
                .collect(Collectors.toSet());
        return new LoadOrder(
                file.id().value(),
                companies.get(file.company()),
                file.mode(),
                file.asOf(),
                file.clearingConfirmed(),
                fields);
    }
}
