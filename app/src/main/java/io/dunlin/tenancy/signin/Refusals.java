package io.dunlin.tenancy.signin;

import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What somebody gets who is not signed in, or has not the right: a page for people, problem+json (RFC 9457) for programs. */
@Component
class Refusals {
    private final JsonMapper json;
    private final Texts texts;
    private final Viewers viewers;

    Refusals(JsonMapper json, Texts texts, Viewers viewers) {
        this.json = json;
        this.texts = texts;
        this.viewers = viewers;
    }

    /** Asks a person to sign in and brings them back afterwards; asks a program for a login or token. */
    void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ApiAddresses.isForPrograms(request)) {
            response.addHeader("WWW-Authenticate", "Basic realm=\"Dunlin\", charset=\"UTF-8\"");
            response.addHeader("WWW-Authenticate", "Bearer realm=\"Dunlin\"");
            problem(response, HttpServletResponse.SC_UNAUTHORIZED, "tenancy.refused.notSignedIn");
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/sign-in" + next(request));
        }
    }

    void noRight(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ApiAddresses.isForPrograms(request)) {
            problem(response, HttpServletResponse.SC_FORBIDDEN, "web.error.noRight");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String next(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
            return "";
        }
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "?next=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private void problem(HttpServletResponse response, int status, String key) throws IOException {
        var language = viewers.current().language();
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(json.writeValueAsString(new Problem(
                        status, texts.text(language, key + ".title"), texts.text(language, key + ".text"))));
    }

    private record Problem(int status, String title, String detail) {}
}
