package io.dunlin.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;

/** Takes the times of one piece of work and of its floor, turn by turn. */
final class Measured {
    private final String name;
    private final int rows;
    private final double allowed;
    private final List<Double> works = new ArrayList<>();
    private final List<Double> floors = new ArrayList<>();
    private long peakHeap;

    Measured(String name, int rows, double allowed) {
        this.name = name;
        this.rows = rows;
        this.allowed = allowed;
    }

    void floor(double seconds) {
        floors.add(seconds);
    }

    void work(Runnable work) {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        var begin = System.nanoTime();
        work.run();
        works.add((System.nanoTime() - begin) / 1e9);
        peakHeap = Math.max(peakHeap, usedAtMost());
    }

    Row row() {
        return new Row(name, rows, median(works), median(floors), allowed, peakHeap);
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? 0 : values.stream().sorted().toList().get(values.size() / 2);
    }

    private static long usedAtMost() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }
}
