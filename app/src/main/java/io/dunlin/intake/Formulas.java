package io.dunlin.intake;

/**
 * Text that spreadsheets run as a formula (OWASP, CSV injection). A quotation mark in front keeps them from it, and is taken off
 * when the file comes back corrected.
 */
final class Formulas {
    private static final String BEGINNINGS = "=+-@\t\r＝＋－＠";
    private static final char MARK = '\'';

    private Formulas() {}

    /** Numbers and phone numbers stay as they are: nothing in them can be run. */
    static String harmless(String text) {
        return isFormula(text, 0) && !isNumber(text) ? MARK + text : text;
    }

    /** Undoes {@link #harmless}. */
    static String original(String text) {
        return text.length() > 1 && text.charAt(0) == MARK && isFormula(text, 1) ? text.substring(1) : text;
    }

    private static boolean isFormula(String text, int from) {
        return text.length() > from && BEGINNINGS.indexOf(text.charAt(from)) >= 0;
    }

    private static boolean isNumber(String text) {
        return text.charAt(0) != '='
                && text.charAt(0) != '@'
                && text.chars()
                        .allMatch(sign -> sign >= '0' && sign <= '9' || " .,+-'\u00a0\u202f\u2019".indexOf(sign) >= 0)
                && text.chars().skip(1).noneMatch(sign -> sign == '+' || sign == '-');
    }
}
