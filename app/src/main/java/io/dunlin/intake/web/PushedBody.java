package io.dunlin.intake.web;

import io.dunlin.kernel.Rejected;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * What a program sends: the file is the body itself, whatever its content type is called, or the first file of a form.
 *
 * <p>The parameters are read from the address, because asking the server for them makes it read a body that calls itself a form,
 * as that of {@code curl --data-binary} does.
 */
final class PushedBody {
    private final HttpServletRequest request;
    private final long limit;

    /** @param limit in bytes */
    PushedBody(HttpServletRequest request, long limit) {
        this.request = request;
        this.limit = limit;
        if (request.getContentLengthLong() > limit) {
            throw new MaxUploadSizeExceededException(limit);
        }
    }

    /** The last value of each name; without those that are empty. */
    Map<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        if (isForm()) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, values[values.length - 1]));
        } else {
            var query = request.getQueryString() == null ? "" : request.getQueryString();
            for (var pair : query.split("&", -1)) {
                var parts = pair.split("=", 2);
                parameters.put(decode(parts[0]), parts.length < 2 ? "" : decode(parts[1]));
            }
        }
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /** As the program calls it; empty where it does not say. */
    String fileName() {
        var name = isForm() ? file().getSubmittedFileName() : "";
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    InputStream content() throws IOException {
        return isForm() ? file().getInputStream() : new LimitedStream(request.getInputStream(), limit);
    }

    private boolean isForm() {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private Part file() {
        try {
            Optional<Part> file = request.getParts().stream()
                    .filter(part -> part.getSubmittedFileName() != null)
                    .findFirst();
            return file.orElseThrow(() -> new Rejected("intake.push.noFile"));
        } catch (IOException | ServletException unreadable) {
            throw new Rejected("intake.push.noFile");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
