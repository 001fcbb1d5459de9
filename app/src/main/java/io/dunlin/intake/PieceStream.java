package io.dunlin.intake;

import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The pieces of an upload one behind the other: one is read while the next is on its way, no more are in memory. */
final class PieceStream extends InputStream {
    private final IntFunction<byte[]> pieces;
    private final long size;
    private byte[] piece = new byte[0];
    private @Nullable FutureTask<byte[]> ahead;
    private int next;
    private int at;
    private long given;

    /** @param pieces asked for one after the other, from another thread than the reader's */
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

    /** Goes on to the next piece where one is needed; false at the end. */
    private boolean turn() {
        while (at == piece.length) {
            if (given >= size) {
                return false;
            }
            piece = arrived();
            at = 0;
            if (given + piece.length < size) {
                ahead = fetch();
            }
        }
        return true;
    }

    private byte[] arrived() {
        var coming = ahead == null ? fetch() : ahead;
        ahead = null;
        try {
            return coming.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading an upload", stop);
        }
    }

    private FutureTask<byte[]> fetch() {
        var number = next++;
        var task = new FutureTask<>(() -> pieces.apply(number));
        Thread.ofVirtual().name("upload-piece").start(task);
        return task;
    }
}
