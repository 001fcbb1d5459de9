package io.dunlin.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Asks the running application for pages as a browser does: keeps cookies, follows no redirect by itself, sends the page's token with forms. */
public final class Browser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private static final Pattern SELECT = Pattern.compile("(?s)<select[^>]* name=\"([^\"]+)\"[^>]*>(.*?)</select>");
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected");
    private static final Pattern INPUT = Pattern.compile("<input [^>]*>");

    private final String site;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private String token = "";

    public Browser(String site) {
        this.site = site;
    }

    /** Headers are names and values in turn. */
    public HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(site + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Fields are names and values in turn; the token of the page seen last goes with them. */
    public HttpResponse<String> post(String path, String... fields) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i < fields.length; i += 2) {
            pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
        }
        pairs.add("_csrf=" + encode(token));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    /** Sends a file as the field {@code file} of a form; fields are names and values in turn. */
    public HttpResponse<String> upload(String path, Path file, String... fields) {
        var boundary = "dunlin-" + UUID.randomUUID();
        var head = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            head.append(part(boundary, fields[i]))
                    .append("\r\n\r\n")
                    .append(fields[i + 1])
                    .append("\r\n");
        }
        head.append(part(boundary, "_csrf")).append("\r\n\r\n").append(token).append("\r\n");
        head.append(part(boundary, "file"))
                .append("; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n".formatted(file.getFileName()));
        try {
            return send(HttpRequest.newBuilder(URI.create(site + path))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofString(head.toString()),
                            BodyPublishers.ofFile(file),
                            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                    .build());
        } catch (FileNotFoundException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Names and values in turn that the form's drop-downs, chosen buttons and dates would send as they stand. */
    public static String[] form(String html) {
        var fields = new ArrayList<String>();
        SELECT.matcher(html).results().forEach(select -> {
            var chosen = CHOSEN.matcher(select.group(2));
            fields.add(select.group(1));
            fields.add(chosen.find() ? chosen.group(1) : "");
        });
        INPUT.matcher(html).results().map(MatchResult::group).forEach(input -> {
            if (input.contains("type=\"date\"") || (input.contains("type=\"radio\"") && input.contains(" checked"))) {
                fields.add(attribute(input, "name"));
                fields.add(attribute(input, "value"));
            }
        });
        return fields.toArray(String[]::new);
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : "";
    }

    private static String part(String boundary, String name) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"".formatted(boundary, name);
    }

    /** Where a redirect leads, without the site; empty where it is none. */
    public String redirect(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("").replace(site, "");
    }

    /** Value of a cookie; empty where there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Forgets the token, as a form on a foreign site would not know it. */
    public void forgetToken() {
        token = "";
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
