package io.dunlin.intake;

import io.dunlin.ledger.ItemLoad;
import io.dunlin.ledger.LoadOutcome;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file of items: its rows may be read twice, and what a refused row names is not absent from the file. */
final class ItemFileLoad implements FileLoad {
    private final ItemReader reader;
    private final ItemLoad load;
    private final int numberColumn;

    ItemFileLoad(ItemReader reader, ItemLoad load, Mapping mapping) {
        this.reader = reader;
        this.load = load;
        this.numberColumn =
                mapping.columns().stream().map(Mapping.Choice::field).toList().indexOf(Field.ITEM_NUMBER);
    }

    @Override
    public @Nullable RowProblem add(RawRow raw) {
        var row = reader.read(raw);
        if (row == null) {
            load.spare(raw.cell(numberColumn));
        } else {
            load.add(row);
        }
        return reader.problem();
    }

    @Override
    public boolean needsAnotherPass() {
        return load.needsAnotherPass();
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
