package io.dunlin.web;

import io.dunlin.database.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The answer while the database is away, or where a disk is too full to receive a form. Around all other filters: sessions are in
 * the database.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutagePage extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(OutagePage.class);
    private static final String TRY_AGAIN_AFTER = "10";

    private final EarlyAnswer answer;

    OutagePage(EarlyAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            var outage = Outage.behind(failure);
            if (response.isCommitted() || outage.isEmpty()) {
                throw failure;
            }
            switch (outage.get()) {
                case DATABASE_AWAY -> {
                    log.warn("The database is away: {} {} was refused", request.getMethod(), request.getRequestURI());
                    response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER);
                    answer.send(
                            request,
                            response,
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "web.error.away.title",
                            "web.error.away.text");
                }
                case DISK_FULL -> {
                    log.error("A disk is full at {} {}", request.getMethod(), request.getRequestURI(), failure);
                    answer.send(
                            request,
                            response,
                            HttpStatus.INSUFFICIENT_STORAGE,
                            "web.error.diskFull.title",
                            "web.error.diskFull.text");
                }
            }
        }
    }
}
