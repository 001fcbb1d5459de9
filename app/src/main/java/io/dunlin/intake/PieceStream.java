package io.dunlin.intake;

import java.io.InputStream;
import java.util.function.IntFunction;

/** The pieces of an upload one behind the other; one piece at a time is in memory. */
final class PieceStream extends InputStream {
    private final IntFunction<byte[]> pieces;
    private final long size;
    private byte[] piece = new byte[0];
    private int next;
    private int at;
    private long given;

    PieceStream(IntFunction<byte[]> pieces, long size) {
        this.pieces = pieces;
        this.size = size;
    }

    @Override
    public int read() {
        return turn() ? piece[advance(1)] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!turn()) {
            return -1;
        }
        var count = Math.min(length, piece.length - at);
        System.arraycopy(piece, advance(count), target, offset, count);
        return count;
    }

    private int advance(int count) {
        var from = at;
        at += count;
        given += count;
        return from;
    }

    /** Fetches the next piece where one is needed; false at the end. */
    private boolean turn() {
        while (at == piece.length) {
            if (given >= size) {
                return false;
            }
            piece = pieces.apply(next++);
            at = 0;
        }
        return true;
    }
}
