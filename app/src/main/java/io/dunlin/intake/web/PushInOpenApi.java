package io.dunlin.intake.web;

import static java.util.Map.entry;

import io.dunlin.intake.Subject;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes what programs may send with a pushed file: it is read from the request by hand, so nobody else knows. */
@Component
class PushInOpenApi implements OperationCustomizer {
    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            entry("company", "Code of the company whose ledger it is for; may be left out where there is only one"),
            entry(
                    "encoding",
                    "Character set, such as UTF-8, ISO-8859-1 or windows-1252; found from the content by default"),
            entry("delimiter", "semicolon, comma, tab or bar, or the sign itself; found from the content by default"),
            entry(
                    "mapping",
                    "Name of a saved mapping for such files: it alone says what the columns are, by their names, and other columns are left"
                            + " out. By default columns are known by the names listed in the guide, or as in the last file of the same layout"),
            entry(
                    "date_format",
                    "dd/MM/yyyy, MM/dd/yyyy or yyyy-MM-dd: what comes first in dates that could be read in two ways. Needed only where the"
                            + " whole column could"),
            entry("decimal_separator", "point or comma, for amounts that could be read in two ways"),
            entry(
                    "clear_items_not_modified",
                    "true: the file holds all open items, and what is absent has been paid (STOCK); false, the default: only what the file says"
                            + " is changed (DELTA)"),
            entry(
                    "clear_orders_not_modified",
                    "true: the file holds all open orders, and what is absent is no longer open; false, the default: only what the file says is"
                            + " changed"),
            entry("mode", "stock or delta: another way to say the same"),
            entry(
                    "force_clearing",
                    "true: clear items, or end orders, even where these are more than half of those open"),
            entry("as_of", "The day the file describes, yyyy-MM-dd; by default today"),
            entry(
                    "replace_users_association",
                    "1: the users of the file have these customers and no others; 0, the default: these are added to those they have"));
    private static final Map<String, Subject> SUBJECTS = Map.of(
            "items", Subject.ITEMS,
            "clients", Subject.CUSTOMERS,
            "contacts", Subject.CONTACTS,
            "orders", Subject.ORDERS,
            "sales", Subject.SALES,
            "users", Subject.USERS);

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (handler.getBeanType() != PushApi.class) {
            return operation;
        }
        operation.description("First row: the names of the columns. Answered at once; the job says how it goes on.");
        var subject = Objects.requireNonNull(SUBJECTS.get(handler.getMethod().getName()));
        PushParameters.of(subject).forEach(name -> operation.addParametersItem(query(name)));
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .description(
                        "At most 200 characters, your choice. The same file under the same key is loaded once, and answered with the"
                                + " same job for at least 48 hours")
                .required(false)
                .schema(new StringSchema()));
        operation.requestBody(body());
        var accepted = operation.getResponses().remove("200");
        operation
                .getResponses()
                .addApiResponse(
                        "202",
                        (accepted == null ? new ApiResponse() : accepted)
                                .description("Received. Location is the job that loads it")
                                .addHeaderObject("Location", header("Address of the job"))
                                .addHeaderObject("Idempotency-Replayed", header("true: the key was known")))
                .addApiResponse("413", problem("The file is too large"))
                .addApiResponse(
                        "422",
                        problem(
                                "The file cannot be loaded without a person, or the key stands for another file; says what to send"));
        return operation;
    }

    private static RequestBody body() {
        var binary = new Content();
        for (var type : List.of("text/csv", "text/plain", MediaType.APPLICATION_OCTET_STREAM_VALUE)) {
            binary.addMediaType(
                    type, new io.swagger.v3.oas.models.media.MediaType().schema(new StringSchema().format("binary")));
        }
        binary.addMediaType(
                MediaType.MULTIPART_FORM_DATA_VALUE,
                new io.swagger.v3.oas.models.media.MediaType()
                        .schema(new ObjectSchema().addProperty("file", new StringSchema().format("binary"))));
        return new RequestBody().required(true).content(binary);
    }

    private static Parameter query(String name) {
        return new QueryParameter()
                .name(name)
                .description(DESCRIPTIONS.get(name))
                .required(false)
                .schema(new StringSchema());
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new io.swagger.v3.oas.models.media.MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/ProblemDetail"))));
    }
}
