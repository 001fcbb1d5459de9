package io.dunlin.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of columns, compared without regard to case, accents and punctuation. */
final class HeaderNames {
    /** Column that a file of rejected rows carries behind those of the original; it is passed over when the file comes back. */
    static final String REASON = "dunlin_reason";

    private HeaderNames() {}

    static boolean isReason(String header) {
        return REASON.equals(header);
    }

    /** Lower case letters and digits only: {@code Date d'échéance} becomes {@code datedecheance}. */
    static String normal(String header) {
        return Normalizer.normalize(header, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .chars()
                .filter(sign -> Character.isLetterOrDigit(sign) && sign != 'º' && sign != '°')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Short name of a layout: files with the same column names in the same order share it. */
    static String layout(List<String> headers) {
        var names = headers.stream()
                .filter(header -> !isReason(header))
                .map(HeaderNames::normal)
                .collect(Collectors.joining("\n"));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(names.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
