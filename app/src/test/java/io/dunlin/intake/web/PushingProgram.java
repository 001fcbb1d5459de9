package io.dunlin.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.OwnerSession;
import io.dunlin.testing.RunningApplication;
import io.dunlin.testing.Wait;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that pushes files for a new subscriber and asks what became of them. */
abstract class PushingProgram extends RunningApplication {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    Subscriber subscriber = new Subscriber(new TenantId(1), "");
    OwnerSession owner;

    @BeforeEach
    void subscribe() {
        subscriber = newTenant();
        owner = new OwnerSession(String.valueOf(bean(Environment.class).getProperty("dunlin.database.url")));
    }

    @AfterEach
    void close() {
        owner.close();
    }

    HttpResponse<String> push(String path, byte[] body, String... headers) {
        return pushAs(subscriber.administrator(), path, body, headers);
    }

    HttpResponse<String> pushAs(String user, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", basic(user))
                .POST(BodyPublishers.ofByteArray(body));
        for (var at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return send(request.build());
    }

    HttpResponse<String> get(String user, String path) {
        return send(HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", basic(user))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The job once it has ended. */
    JsonNode ended(String location) {
        assertThat(location).startsWith("/api/v1/jobs/");
        Wait.until("the job has ended", () -> {
            var state = json(get(subscriber.administrator(), location))
                    .path("state")
                    .asString();
            return !state.equals("QUEUED") && !state.equals("RUNNING");
        });
        return json(get(subscriber.administrator(), location));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.body());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static String basic(String email) {
        return "Basic " + Base64.getEncoder().encodeToString((email + ":" + PASSWORD).getBytes(UTF_8));
    }

    String ask(String query) {
        return owner.ask(query + "tenant_id = " + subscriber.tenant());
    }
}
