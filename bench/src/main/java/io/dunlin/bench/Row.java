package io.dunlin.bench;

import java.util.Locale;

/** One measured piece of work: medians in seconds, the ratio allowed by the design, the peak of the heap in MiB. */
record Row(String name, int rows, double seconds, double floorSeconds, double allowed, long peakHeap) {
    /** 0 where there is no floor. */
    double ratio() {
        return floorSeconds == 0 ? 0 : seconds / floorSeconds;
    }

    String text() {
        if (floorSeconds == 0) {
            return String.format(
                    Locale.ROOT, "%-28s %,10d rows %8.2f s %44s heap %d MiB", name, rows, seconds, "", peakHeap);
        }
        return String.format(
                Locale.ROOT,
                "%-28s %,10d rows %8.2f s   floor %7.2f s   ratio %5.2f of %4.1f%s   heap %d MiB",
                name,
                rows,
                seconds,
                floorSeconds,
                ratio(),
                allowed,
                ratio() > allowed ? "  OVER" : "      ",
                peakHeap);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"rows\":%d,\"seconds\":%.3f,\"floor_seconds\":%.3f,\"ratio\":%.3f,\"peak_heap_mib\":%d}",
                name,
                rows,
                seconds,
                floorSeconds,
                ratio(),
                peakHeap);
    }
}
