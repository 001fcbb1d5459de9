package io.dunlin.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer from outside of all other filters, which reads neither the session nor the body of the request: nobody is known, and
 * it speaks the browser's language. A page for people, a problem document (RFC 9457) for programs.
 */
@Component
public class EarlyAnswer {
    private final JteViews views;
    private final Texts texts;
    private final JsonMapper json;

    EarlyAnswer(JteViews views, Texts texts, JsonMapper json) {
        this.views = views;
        this.texts = texts;
        this.json = json;
    }

    /**
     * @param title key of the heading
     * @param sentence key of the sentence below it, with what fills its places
     */
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String title,
            String sentence,
            Object... places)
            throws ServletException, IOException {
        var language = request.getLocale();
        response.resetBuffer();
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var heading = texts.text(language, title);
        var text = texts.text(language, sentence, places);
        if (Problems.isForPrograms(request.getRequestURI())) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write(json.writeValueAsString(Map.of("status", status.value(), "title", heading, "detail", text)));
        } else {
            page(request, response, language, Map.of("title", heading, "text", text));
        }
    }

    private void page(
            HttpServletRequest request, HttpServletResponse response, Locale language, Map<String, String> content)
            throws ServletException {
        LocaleContextHolder.setLocale(language);
        try {
            Objects.requireNonNull(views.resolveViewName("web/problem", language))
                    .render(content, request, response);
        } catch (Exception failure) {
            throw new ServletException(failure);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
