package io.dunlin.ledger;

import java.nio.ByteBuffer;

/**
 * One row of a {@code COPY … TO STDOUT} in PostgreSQL's binary format; its values are asked for from left to right, none is null.
 *
 * <p>Source: PostgreSQL manual, COPY, "Binary Format".
 */
final class BinaryRow {
    private static final int SIGNATURE = 11;
    private static final int HEADER = SIGNATURE + 8;

    private ByteBuffer row = ByteBuffer.allocate(0);

    /** False: these bytes are no row but the end. The first ones begin with the header of the whole. */
    boolean isRow(byte[] bytes, boolean isFirst) {
        row = ByteBuffer.wrap(bytes);
        if (isFirst) {
            row.position(HEADER);
        }
        return row.remaining() > 0 && row.getShort() >= 0;
    }

    long getLong() {
        row.getInt();
        return row.getLong();
    }

    boolean getBoolean() {
        row.getInt();
        return row.get() != 0;
    }
}
