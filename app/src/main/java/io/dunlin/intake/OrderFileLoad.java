package io.dunlin.intake;

import io.dunlin.ledger.LoadOutcome;
import io.dunlin.ledger.OrderLoad;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file of open orders: what a refused row names is not absent from the file. */
final class OrderFileLoad implements FileLoad {
    private final OrderReader reader;
    private final OrderLoad load;
    private final int customerColumn;
    private final int numberColumn;

    OrderFileLoad(OrderReader reader, OrderLoad load, Mapping mapping) {
        this.reader = reader;
        this.load = load;
        this.customerColumn = mapping.columnOf(Field.ORDER_CUSTOMER_CODE).orElseThrow();
        this.numberColumn = mapping.columnOf(Field.ORDER_NUMBER).orElseThrow();
    }

    @Override
    public @Nullable RowProblem add(RawRow raw) {
        var row = reader.read(raw);
        if (row == null) {
            load.spare(raw.number(), raw.cell(customerColumn), raw.cell(numberColumn));
        } else {
            load.add(row);
        }
        return reader.problem();
    }

    @Override
    public LoadOutcome apply(Consumer<String> step) {
        return load.apply(step);
    }

    @Override
    public void close() {
        load.close();
    }
}
