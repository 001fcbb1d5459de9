package io.dunlin.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what separates the values of a file: the sign that occurs equally often in most of its first rows, outside quotation marks. */
final class Delimiters {
    private static final String CANDIDATES = ",;\t|";
    private static final int ROWS = 200;

    private Delimiters() {}

    /** The delimiter; a comma where there is one column only. */
    static char find(String beginning) {
        var rows = count(beginning);
        if (rows.isEmpty()) {
            return ',';
        }
        var best = 0;
        var bestScore = 0L;
        for (var candidate = 0; candidate < CANDIDATES.length(); candidate++) {
            var usual = usual(rows, candidate);
            if (usual == 0) {
                continue;
            }
            var alike = 0;
            for (var row : rows) {
                alike += row[candidate] == usual ? 1 : 0;
            }
            // Rows that agree weigh most; among equals the sign that makes more columns.
            var score = (long) alike * 1000 / rows.size() * 1000 + Math.min(usual, 999);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return CANDIDATES.charAt(best);
    }

    /** How often the sign stands in most rows that have it; titles above the table have none. */
    private static int usual(List<int[]> rows, int candidate) {
        var counts = new TreeMap<Integer, Integer>();
        for (var row : rows) {
            if (row[candidate] > 0) {
                counts.merge(row[candidate], 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    private static List<int[]> count(String text) {
        var rows = new ArrayList<int[]>();
        var row = new int[CANDIDATES.length()];
        var quoted = false;
        var empty = true;
        for (var at = 0; at < text.length() && rows.size() < ROWS; at++) {
            var sign = text.charAt(at);
            if (sign == '"') {
                quoted = !quoted;
            } else if (!quoted && (sign == '\n' || sign == '\r')) {
                if (!empty) {
                    rows.add(row);
                    row = new int[CANDIDATES.length()];
                }
                empty = true;
                continue;
            } else if (!quoted) {
                var candidate = CANDIDATES.indexOf(sign);
                if (candidate >= 0) {
                    row[candidate]++;
                }
            }
            empty = false;
        }
        // The last row may be cut off, unless it is the only one.
        if (rows.isEmpty() && !empty) {
            rows.add(row);
        }
        return rows;
    }
}
