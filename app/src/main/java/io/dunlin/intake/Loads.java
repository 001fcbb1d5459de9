package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.ItemLoads;
import io.dunlin.ledger.LoadOrder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens the way into the ledger for each subject, in the caller's transaction. */
@Component
class Loads {
    private final ItemLoads items;

    Loads(ItemLoads items) {
        this.items = items;
    }

    FileLoad begin(Subject subject, Mapping mapping, List<String> headers, LoadOrder order) {
        return switch (subject) {
            case ITEMS -> {
                var load = items.begin(order);
                var reader = new ItemReader(mapping, headers, order.company());
                yield FileLoad.of(reader, load::add, load::apply, load::close);
            }
            case CUSTOMERS, CONTACTS -> throw new Rejected("intake.subject.later");
        };
    }
}
