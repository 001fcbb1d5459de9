package io.dunlin.ledger;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The beginning of some content: it ends after so many bytes even where the content goes on. */
final class FirstBytes extends FilterInputStream {
    private long left;

    FirstBytes(InputStream content, long count) {
        super(content);
        left = count;
    }

    @Override
    public int read() throws IOException {
        var one = left > 0 ? super.read() : -1;
        left -= one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length > 0 && left <= 0) {
            return -1;
        }
        var count = super.read(bytes, offset, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
    }
}
