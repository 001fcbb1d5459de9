package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.Attachment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of an item or a customer, and the form to add one.
 *
 * @param address to which a new one is sent
 * @param largest that one may be, in MiB
 * @param problem key of why the last one was refused; empty: it was not
 */
public record FilesView(String address, List<Line> files, long largest, String problem, List<Object> places) {
    public FilesView {
        files = List.copyOf(files);
        places = List.copyOf(places);
    }

    /** @param item number of the item it belongs to, and its name; null: to the customer, or to the item that is shown */
    public record Line(
            long id,
            String name,
            String size,
            @Nullable Long item,
            @Nullable String itemNumber,
            @Nullable String who,
            Instant at) {}

    static FilesView of(String address, List<Attachment> files, boolean withItems, long largest) {
        return new FilesView(
                address, files.stream().map(file -> line(file, withItems)).toList(), largest, "", List.of());
    }

    FilesView refused(Rejected refusal) {
        return new FilesView(address, files, largest, refusal.key(), refusal.arguments());
    }

    public Object[] problemPlaces() {
        return places.toArray();
    }

    private static Line line(Attachment file, boolean withItems) {
        var item = withItems ? file.item() : null;
        return new Line(
                file.id().value(),
                file.fileName(),
                size(file.size()),
                item == null ? null : item.value(),
                item == null ? null : file.itemNumber(),
                file.who(),
                file.createdAt());
    }

    /** In the units that are the same in English and French computing. */
    private static String size(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " B";
        }
        return bytes < 1 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
    }
}
