package io.dunlin.intake.web;

import io.dunlin.intake.PushRefused;
import io.dunlin.intake.PushedFiles;
import io.dunlin.intake.Subject;
import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes files from programs: nobody looks at them, so what a person would be asked is refused. */
@RestController
@RequestMapping(
        path = "/api",
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.ALL_VALUE})
@Requires(Right.IMPORT)
@Tag(
        name = "Push",
        description = "Files of items, customers, contacts, orders, sales and users, loaded in the background")
class PushApi {
    private static final int LONGEST_KEY = 200;
    private static final String REPEATED = "Idempotency-Replayed";

    private final PushedFiles files;
    private final PushOrders orders;
    private final PushProblems problems;
    private final CurrentUser user;
    private final MultipartProperties limits;

    PushApi(PushedFiles files, PushOrders orders, PushProblems problems, CurrentUser user, MultipartProperties limits) {
        this.files = files;
        this.orders = orders;
        this.problems = problems;
        this.user = user;
        this.limits = limits;
    }

    /**
     * @param job its state is at {@code location}
     * @param repeated true where the same file had come under the same key before: nothing was started
     */
    record PushedJson(long job, long importNumber, String location, boolean repeated) {}

    @Operation(operationId = "pushItems", summary = "Push a file of items")
    @PostMapping("/items")
    ResponseEntity<PushedJson> items(HttpServletRequest request) throws IOException {
        return push(Subject.ITEMS, request);
    }

    @Operation(operationId = "pushClients", summary = "Push a file of customers")
    @PostMapping("/clients")
    ResponseEntity<PushedJson> clients(HttpServletRequest request) throws IOException {
        return push(Subject.CUSTOMERS, request);
    }

    @Operation(operationId = "pushContacts", summary = "Push a file of contacts")
    @PostMapping("/contacts")
    ResponseEntity<PushedJson> contacts(HttpServletRequest request) throws IOException {
        return push(Subject.CONTACTS, request);
    }

    @Operation(operationId = "pushOrders", summary = "Push a file of open orders")
    @PostMapping("/orders")
    ResponseEntity<PushedJson> orders(HttpServletRequest request) throws IOException {
        return push(Subject.ORDERS, request);
    }

    @Operation(operationId = "pushSales", summary = "Push a file of sales of past months")
    @PostMapping("/sales")
    ResponseEntity<PushedJson> sales(HttpServletRequest request) throws IOException {
        return push(Subject.SALES, request);
    }

    @Operation(
            operationId = "pushUsers",
            summary = "Push a file of users with their customers; needs the right to manage users too")
    @PostMapping("/users")
    ResponseEntity<PushedJson> users(HttpServletRequest request) throws IOException {
        return push(Subject.USERS, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PushRefused refusal) {
        return problems.answer(refusal);
    }

    private ResponseEntity<PushedJson> push(Subject subject, HttpServletRequest request) throws IOException {
        var body = new PushedBody(request, limits.getMaxFileSize().toBytes());
        var parameters = new PushParameters(subject, body.parameters());
        var order = orders.read(subject, parameters, body.fileName(), key(request.getHeader("Idempotency-Key")));
        try (var content = body.content()) {
            var pushed = files.push(order, content, user.id());
            var location = "/api/v1/jobs/" + pushed.job();
            return ResponseEntity.accepted()
                    .location(URI.create(location))
                    .header(REPEATED, Boolean.toString(pushed.repeated()))
                    .body(new PushedJson(pushed.job().value(), pushed.id().value(), location, pushed.repeated()));
        }
    }

    private static @Nullable String key(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var key = header.strip();
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new Rejected("intake.push.badKey", LONGEST_KEY);
        }
        return key;
    }
}
