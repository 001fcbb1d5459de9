package io.dunlin.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.ledger.AttachmentPlace;
import io.dunlin.tenancy.Role;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.Browser;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.RunningApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

class FilesPagesTest extends RunningApplication {
    private static final Pattern FILE = Pattern.compile("href=\"(/files/\\d+)\"");

    @TempDir
    private Path folder = Path.of("");

    private Subscriber subscriber = new Subscriber(new TenantId(1), "");
    private Browser collector = new Browser("");
    private OwnerSession owner;

    @BeforeEach
    void a_customer_with_an_item() {
        subscriber = newTenant();
        collector = signedIn(newUser(subscriber.tenant(), Role.COLLECTOR));
        owner = new OwnerSession(String.valueOf(bean(Environment.class).getProperty("dunlin.database.url")));
        owner.ask(("with d as (insert into ledger.debtor (tenant_id, name) values (%1$s, 'One') returning id),"
                        + " c as (insert into ledger.customer (tenant_id, company_id, debtor_id, code, code_key, name, search_key,"
                        + " created_at, changed_at) select %1$s, (select id from tenancy.company where tenant_id = %1$s), id, 'C1',"
                        + " 'C1', 'One', 'one', now(), now() from d returning id, company_id),"
                        + " i as (insert into ledger.item (tenant_id, company_id, customer_id, issue_date, due_date, created_at,"
                        + " changed_at, kind, currency, original_amount, open_amount, identity, number)"
                        + " select %1$s, company_id, id, '2026-01-01', '2026-02-01', now(), now(), 'INVOICE', 'EUR', 10, 10,"
                        + " 'N:2026:A', 'A' from c returning id) select id from i")
                .formatted(subscriber.tenant()));
    }

    @AfterEach
    void close() {
        owner.close();
    }

    @Test
    void a_file_is_added_to_an_item_downloaded_safely_and_deleted() throws IOException {
        var item = item();
        assertThat(collector.get(item).body()).contains("No file yet.", "hx-encoding=\"multipart/form-data\"");
        var added = collector.upload(item + "/files", file("Facture né.csv", "a;b\n=cmd();1\n"));
        assertThat(collector.redirect(added)).isEqualTo(item);
        assertThat(collector.get(item).body()).contains("Facture né.csv");
        var panel = collector.get("/customers/EST/C1/files").body();
        assertThat(panel).contains("Facture né.csv", "href=\"" + item + "\"");

        var answer = collector.get(link(panel));
        assertThat(answer.body()).isEqualTo("a;b\n=cmd();1\n");
        var headers = answer.headers();
        assertThat(headers.firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("Facture%20n%C3%A9.csv");
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly("sandbox; default-src 'none'");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.firstValue("Content-Type").orElse("")).startsWith("text/csv");

        assertThat(collector.redirect(collector.post(link(panel) + "/remove"))).isEqualTo("/customers/EST/C1/files");
        assertThat(collector.get(link(panel)).statusCode()).isEqualTo(404);
        assertThat(collector.get("/customers/EST/C1/history").body()).contains("added a file", "deleted a file");
    }

    @Test
    void what_is_refused_is_said_in_place() throws IOException {
        collector.get("/customers/EST/C1/files");
        var refused = collector.upload("/customers/EST/C1/files", file("a.txt", "<!doctype html><script>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"files\"", "This type of file cannot be added");
        var onItem = collector.upload(item() + "/files", file("a.exe", "MZ"));
        assertThat(onItem.statusCode()).isEqualTo(422);
        assertThat(onItem.body()).contains("This type of file cannot be added");
    }

    @Test
    void a_file_that_is_too_large_is_refused_before_it_is_received() throws IOException {
        var header = ask("POST /customers/EST/C1/files HTTP/1.1", "Content-Length: " + (51L << 20));
        assertThat(header).startsWith("HTTP/1.1 413");
        assertThat(ask("POST " + item() + "/files HTTP/1.1", "Transfer-Encoding: chunked"))
                .startsWith("HTTP/1.1 411");
        assertThat(collector.get("/customers/EST/C1/files").body())
                .contains("data-largest=\"50\"", "data-too-large=\"The file is larger than 50 MiB.");
    }

    /** Sends only the head of a request, and returns the first line of the answer. */
    private String ask(String request, String header) throws IOException {
        var site = URI.create(address());
        try (var socket = new Socket(site.getHost(), site.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: localhost\r\n" + header
                                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void who_sees_customers_sees_files_who_may_edit_adds_them_and_other_tenants_find_nothing() throws IOException {
        collector.get("/customers/EST/C1/files");
        collector.upload("/customers/EST/C1/files", file("a.txt", "text"));
        var link = link(collector.get("/customers/EST/C1/files").body());

        var reader = signedIn(newUser(subscriber.tenant(), Role.EXECUTIVE_OFFICER));
        assertThat(reader.get("/customers/EST/C1/files").body())
                .contains("a.txt")
                .doesNotContain("file-form", "/remove");
        assertThat(reader.get(link).body()).isEqualTo("text");
        assertThat(reader.upload("/customers/EST/C1/files", file("b.txt", "b")).statusCode())
                .isEqualTo(403);
        assertThat(reader.post(link + "/remove").statusCode()).isEqualTo(403);
        assertThat(signedIn(newUser(subscriber.tenant(), Role.GUEST)).get(link).statusCode())
                .isEqualTo(403);

        var stranger = signedIn(newTenant().administrator());
        assertThat(stranger.get(link).statusCode()).isEqualTo(404);
        stranger.get("/account");
        assertThat(stranger.post(link + "/remove").statusCode()).isEqualTo(404);
        assertThat(stranger.upload(item() + "/files", file("c.txt", "c")).statusCode())
                .isEqualTo(404);
        assertThat(reader.get(link).body()).isEqualTo("text");
    }

    @Test
    void a_file_whose_content_is_missing_says_so() throws IOException {
        collector.get("/customers/EST/C1/files");
        collector.upload("/customers/EST/C1/files", file("a.txt", "text"));
        var link = link(collector.get("/customers/EST/C1/files").body());
        var key = owner.ask("select content_key from ledger.attachment where tenant_id = " + subscriber.tenant());
        Files.delete(bean(AttachmentPlace.class)
                .folder()
                .resolve(subscriber.tenant().toString())
                .resolve(key));

        var answer = collector.get(link);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("The content of this file is missing", "a.txt", "/customers/EST/C1/files");
    }

    private String item() {
        return "/items/" + owner.ask("select id from ledger.item where tenant_id = " + subscriber.tenant());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static String link(String page) {
        var found = FILE.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
