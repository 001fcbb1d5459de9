package io.dunlin.ledger.web;

import io.dunlin.ledger.AttachmentSettings;
import io.dunlin.web.EarlyAnswer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a file that is too large for an attachment before any of it is received; other uploads may be larger. Before all that
 * reads the form, the check of its token included.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AttachmentLimit extends OncePerRequestFilter {
    private static final Pattern ADDRESS = Pattern.compile("/items/[^/]+/files|/customers/[^/]+/[^/]+/files");

    /** What a form has beside the file. */
    private static final DataSize FRAME = DataSize.ofKilobytes(64);

    private final AttachmentSettings settings;
    private final EarlyAnswer answer;

    AttachmentLimit(AttachmentSettings settings, EarlyAnswer answer) {
        this.answer = answer;
        this.settings = settings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !ADDRESS.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var length = request.getContentLengthLong();
        if (length < 0) {
            // Of any size: the server would keep all of it before anybody could look. No browser sends that.
            answer.send(
                    request, response, HttpStatus.LENGTH_REQUIRED, "web.error.refused.title", "web.error.refused.text");
        } else if (length > settings.largest().toBytes() + FRAME.toBytes()) {
            answer.send(
                    request,
                    response,
                    HttpStatus.CONTENT_TOO_LARGE,
                    "web.error.tooLarge.title",
                    "ledger.files.tooLarge",
                    settings.largest().toMegabytes());
        } else {
            chain.doFilter(request, response);
        }
    }
}
