package io.dunlin.intake;

import io.dunlin.kernel.Rejected;

/**
 * Watches the bytes of an XML part of a workbook for what its reader would have to hold in memory: endless texts, endless rows,
 * cells in columns that no sheet has; and for declarations of entities, which no workbook needs.
 */
final class XmlWatch {
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_ROW = 32 << 20;
    private static final int MOST_CELLS = 1 << 14;
    private static final int LETTERS = 3;
    private static final int TAG = 255;

    private final boolean isSheet;
    private final StringBuilder tag = new StringBuilder(TAG);
    private boolean inTag;
    private long at;
    private long text;
    private long rowBegan;
    private int cells;

    /** @param isSheet whether it holds the rows of a sheet */
    XmlWatch(boolean isSheet) {
        this.isSheet = isSheet;
    }

    void see(byte[] bytes, int length) {
        for (var place = 0; place < length; place++) {
            var sign = bytes[place];
            at++;
            if (sign == '<') {
                text = 0;
                inTag = true;
                tag.setLength(0);
            } else if (++text > LONGEST_TEXT || sign == 0) {
                // A zero: the text is not in UTF-8, and hides from this watch.
                throw new Rejected("intake.file.brokenWorkbook");
            } else if (inTag) {
                inTag(sign);
            }
        }
    }

    private void inTag(byte sign) {
        if (sign == '>' || tag.length() == TAG) {
            inTag = false;
            seen(tag.toString());
        } else {
            tag.append((char) sign);
        }
    }

    private void seen(String begin) {
        if (begin.startsWith("!") && (isSheet || begin.startsWith("!DOCTYPE") || begin.startsWith("!ENTITY"))) {
            throw new Rejected("intake.file.brokenWorkbook");
        }
        // Values, the ends of cells: most tags by far, and of no interest.
        if (!isSheet || begin.equals("v") || begin.equals("/v") || begin.equals("/c")) {
            return;
        }
        var name = name(begin);
        if (name.equals("row")) {
            cells = 0;
            rowBegan = at;
        } else if (name.equals("/row") || name.equals("/sheetData")) {
            rowBegan = 0;
        } else if (name.equals("c") && (++cells > MOST_CELLS || begin.length() == TAG || isFarOff(begin))) {
            throw new Rejected("intake.file.brokenWorkbook");
        }
        if (rowBegan > 0 && at - rowBegan > LONGEST_ROW) {
            throw new Rejected("intake.file.brokenWorkbook");
        }
    }

    /** Without prefix. */
    private static String name(String begin) {
        var end = 0;
        while (end < begin.length() && begin.charAt(end) > ' ' && (begin.charAt(end) != '/' || end == 0)) {
            end++;
        }
        var name = begin.substring(0, end);
        var colon = name.indexOf(':');
        return colon < 0 ? name : (name.startsWith("/") ? "/" : "") + name.substring(colon + 1);
    }

    /** Whether the address of a cell names a column of more than three letters. */
    private static boolean isFarOff(String begin) {
        var letters = 0;
        for (var place = 1; place < begin.length(); place++) {
            var sign = begin.charAt(place);
            if (Character.isLetter(sign)) {
                letters++;
            } else {
                if (letters > LETTERS && Character.isDigit(sign)) {
                    return true;
                }
                letters = 0;
            }
        }
        return false;
    }
}
