package io.dunlin.intake;

/** Values without what no database keeps: zeros, and halves of signs that were cut in two. */
final class CleanText {
    private CleanText() {}

    /** Usually the text itself. */
    static String of(String text) {
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (sign == 0 || Character.isSurrogate(sign)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        return text.codePoints()
                .filter(sign -> sign != 0)
                .map(sign -> sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE ? '\ufffd' : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
