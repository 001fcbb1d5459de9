package io.dunlin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.Role;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Opens every page of an administrator and every link on it, and looks at what all pages must have in common. */
class AllPagesTest extends RunningApplication {
    private static final int MOST_PAGES = 150;
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\shref=\"(/[^\"#]*)\"");
    private static final Pattern FILE =
            Pattern.compile("(?:href|src)=\"(/[^\"]+?\\.(?:js|css|svg|png|ico|woff2?)(?:\\?[^\"]*)?)\"");
    private static final Pattern KEY = Pattern.compile(
            "[>\"](?:web|error|audit|tenancy|jobs|ledger|intake|reporting|insights)\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*[<\"]");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>|<style|<[a-z][^>]*\\s(?:style|on[a-z]+|hx-on[^=]*)=");
    private static final Pattern ID = Pattern.compile("<[a-z][^>]*\\sid=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("<h1\\b");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void every_page_opens_translated_without_inline_code_under_one_heading(String language) {
        var browser = signedIn(newUser(newTenant().tenant(), Role.ADMINISTRATOR, language));
        var wrong = new SoftAssertions();
        var files = new TreeSet<String>();
        var waiting = new ArrayDeque<>(addresses());
        assertThat(waiting).hasSizeGreaterThan(10);
        var seen = new HashSet<String>();
        waiting.forEach(address -> seen.add(shape(address)));
        for (var opened = 0; opened < MOST_PAGES && !waiting.isEmpty(); opened++) {
            var address = waiting.remove();
            var answer = browser.get(address);
            wrong.assertThat(answer.statusCode()).as(address).isBetween(200, 399);
            if (answer.statusCode() == 200 && header(answer, "Content-Type").startsWith("text/html")) {
                inspect(address, answer.body(), language, wrong);
                files.addAll(found(FILE, answer.body()));
                found(LINK, answer.body()).stream()
                        .map(link -> link.replace("&amp;", "&"))
                        .filter(link -> seen.add(shape(link)))
                        .forEach(waiting::add);
            }
        }
        assertThat(files).hasSizeGreaterThan(5);
        files.forEach(file -> inspectFile(browser, file, wrong));
        wrong.assertAll();
    }

    /** Every GET page without a variable in its address; programs and live events have their own tests. */
    private List<String> addresses() {
        return bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("io.dunlin."))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(path -> !path.contains("{") && !path.startsWith("/api/") && !path.endsWith("/events"))
                .sorted()
                .toList();
    }

    private static void inspect(String address, String page, String language, SoftAssertions wrong) {
        wrong.assertThat(page).as("language of %s", address).contains("<html lang=\"" + language + "\"");
        wrong.assertThat(found(KEY, page)).as("untranslated on %s", address).isEmpty();
        wrong.assertThat(found(INLINE, page)).as("inline code on %s", address).isEmpty();
        wrong.assertThat(found(HEADING, page)).as("headings of %s", address).hasSize(1);
        var ids = found(ID, page);
        var twice = ids.stream()
                .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
                .collect(Collectors.toSet());
        wrong.assertThat(twice).as("ids given twice on %s", address).isEmpty();
    }

    private static void inspectFile(Browser browser, String file, SoftAssertions wrong) {
        var answer = browser.get(file);
        wrong.assertThat(answer.statusCode()).as(file).isEqualTo(200);
        wrong.assertThat(header(answer, "Cache-Control")).as(file).contains("max-age=31536000");
        wrong.assertThat(file)
                .as("changes its address with its content")
                .containsPattern("\\?v=[0-9a-f]{12}|/\\d+\\.\\d+");
    }

    /** The path and the names of the parameters: one sorting stands for all. */
    private static String shape(String address) {
        var parts = address.split("\\?", 2);
        var names = parts.length < 2
                ? Set.<String>of()
                : new TreeSet<>(List.of(parts[1].replaceAll("=[^&]*", "").split("&")));
        return parts[0] + names;
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private static List<String> found(Pattern pattern, String page) {
        var found = new ArrayList<String>();
        pattern.matcher(page).results().forEach(match -> found.add(match.group(Math.min(1, match.groupCount()))));
        return found;
    }
}
