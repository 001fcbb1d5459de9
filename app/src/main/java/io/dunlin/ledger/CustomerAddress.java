package io.dunlin.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Addresses of customers by their business keys, such as {@code /customers/EST/C-10482}.
 *
 * <p>Characters that web servers refuse inside a path, even percent-encoded (slash, backslash, semicolon, percent, a
 * leading dot, control characters), are written as {@code ~} and two hexadecimal digits: {@code A/12} becomes {@code A~2F12}.
 */
public final class CustomerAddress {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String REFUSED = "/\\;%~";

    private CustomerAddress() {}

    /** Path of the customer's file. */
    public static String of(String companyCode, String customerCode) {
        return "/customers/" + segment(companyCode) + "/" + segment(customerCode);
    }

    /** One segment of a path that stands for the code. */
    public static String segment(String code) {
        var path = new StringBuilder();
        var bytes = code.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int letter = bytes[i] & 0xff;
            if (letter < ' ' || letter == 127 || REFUSED.indexOf(letter) >= 0 || (letter == '.' && i == 0)) {
                path.append('~').append(HEX.toHexDigits(bytes[i]));
            } else if (isPlain(letter)) {
                path.append((char) letter);
            } else {
                path.append('%').append(HEX.toHexDigits(bytes[i]));
            }
        }
        return path.toString();
    }

    /** The code that a segment stands for, after the server has undone percent-encoding. */
    public static String code(String segment) {
        if (segment.indexOf('~') < 0) {
            return segment;
        }
        var bytes = segment.getBytes(StandardCharsets.UTF_8);
        var code = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '~'
                    && i + 2 < bytes.length
                    && HexFormat.isHexDigit(bytes[i + 1])
                    && HexFormat.isHexDigit(bytes[i + 2])) {
                code.write(HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]));
                i += 2;
            } else {
                code.write(bytes[i]);
            }
        }
        return code.toString(StandardCharsets.UTF_8);
    }

    private static boolean isPlain(int letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '-'
                || letter == '_'
                || letter == '.';
    }
}
