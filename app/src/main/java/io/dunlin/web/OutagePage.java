package io.dunlin.web;

import io.dunlin.kernel.Outage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer while the database is away. Around all other filters: sessions are in the database, so nobody is known, and the
 * page speaks the browser's language.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutagePage extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(OutagePage.class);
    private static final String TRY_AGAIN_AFTER = "10";

    private final JteViews views;
    private final Texts texts;
    private final JsonMapper json;

    OutagePage(JteViews views, Texts texts, JsonMapper json) {
        this.views = views;
        this.texts = texts;
        this.json = json;
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
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !Outage.DATABASE_AWAY.isBehind(failure)) {
                throw failure;
            }
            log.warn("The database is away: {} {} was refused", request.getMethod(), request.getRequestURI());
            response.resetBuffer();
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            if (Problems.isForPrograms(request.getRequestURI())) {
                document(request.getLocale(), response);
            } else {
                page(request, response);
            }
        }
    }

    private void document(Locale language, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter()
                .write(json.writeValueAsString(Map.of(
                        "status",
                        HttpStatus.SERVICE_UNAVAILABLE.value(),
                        "title",
                        texts.text(language, "web.error.away.title"),
                        "detail",
                        texts.text(language, "web.error.away.text"))));
    }

    private void page(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        LocaleContextHolder.setLocale(request.getLocale());
        try {
            var language = request.getLocale();
            var sentence = Map.of(
                    "title", texts.text(language, "web.error.away.title"),
                    "text", texts.text(language, "web.error.away.text"));
            Objects.requireNonNull(views.resolveViewName("web/problem", language))
                    .render(sentence, request, response);
        } catch (Exception failure) {
            throw new ServletException(failure);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
