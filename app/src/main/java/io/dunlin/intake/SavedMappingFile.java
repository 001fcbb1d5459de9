package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.LoadOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A saved mapping as a file, to be taken to another installation. What comes back is believed nothing. */
public record SavedMappingFile(String name, SavedMapping mapping) {
    /** Bytes a file may have: 300 columns with long names have less. */
    public static final int LARGEST = 1 << 20;

    private static final int LONGEST_HEADER = 200;
    private static final String MARK = "dunlin-mapping";
    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public byte[] write() {
        var file = JSON.createObjectNode()
                .put("format", MARK)
                .put("version", VERSION)
                .put("name", name)
                .put("subject", mapping.subject().name())
                .put("mode", mapping.mode().name());
        var columns = file.putArray("columns");
        for (var column : mapping.columns()) {
            var one = columns.addObject().put("header", column.header());
            one.put("field", nameOf(column.field()));
            if (column.dates() != null) {
                one.put("dates", column.dates().name());
            }
            if (column.amounts() != null) {
                one.put("amounts", column.amounts().name());
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses with a sentence what is not as {@link #write} writes it. */
    public static SavedMappingFile read(byte[] content) {
        if (content.length > LARGEST) {
            throw new Rejected("intake.saved.file.tooLarge", LARGEST >> 20);
        }
        var file = parse(content);
        if (!file.path("format").asString("").equals(MARK)) {
            throw new Rejected("intake.saved.file.foreign");
        }
        if (!file.path("version").isInt() || file.path("version").intValue() != VERSION) {
            throw new Rejected("intake.saved.file.version");
        }
        var subject = one(Subject.values(), file.path("subject"));
        var mode = one(LoadOrder.Mode.values(), file.path("mode"));
        return new SavedMappingFile(
                text(file.path("name"), SavedMappings.LONGEST_NAME),
                new SavedMapping(subject, mode, columns(file.path("columns"), subject)));
    }

    private static JsonNode parse(byte[] content) {
        try {
            return JSON.readTree(content);
        } catch (JacksonException nonsense) {
            throw new Rejected("intake.saved.file.foreign");
        }
    }

    private static List<SavedMapping.Column> columns(JsonNode list, Subject subject) {
        if (!list.isArray() || list.isEmpty() || list.size() > RowHandler.MOST_COLUMNS) {
            throw new Rejected("intake.saved.file.columns", RowHandler.MOST_COLUMNS);
        }
        return StreamSupport.stream(list.spliterator(), false)
                .map(node -> column(node, subject))
                .toList();
    }

    private static SavedMapping.Column column(JsonNode node, Subject subject) {
        var header = header(node.path("header"));
        var field =
                isNothing(node.path("field")) ? null : one(Field.of(subject).toArray(Field[]::new), node.path("field"));
        var dates = isNothing(node.path("dates")) ? null : one(DateFormat.Order.values(), node.path("dates"));
        var amounts = isNothing(node.path("amounts")) ? null : one(AmountFormat.values(), node.path("amounts"));
        return new SavedMapping.Column(
                header,
                field,
                field != null && field.isDated() ? dates : null,
                field != null && field.kind() == Field.Kind.AMOUNT ? amounts : null);
    }

    /** Files may have a column without a name. */
    private static String header(JsonNode node) {
        return node.isString() && node.stringValue().isEmpty() ? "" : text(node, LONGEST_HEADER);
    }

    private static String text(JsonNode node, int longest) {
        var text = node.isString() ? CleanText.of(node.stringValue()).strip() : "";
        if (text.isEmpty() || text.length() > longest) {
            throw new Rejected("intake.saved.file.text", longest);
        }
        return text;
    }

    private static <E extends Enum<E>> E one(E[] known, JsonNode node) {
        return find(known, node.isString() ? node.stringValue() : "")
                .orElseThrow(() -> new Rejected("intake.saved.file.word", shown(node)));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] known, String name) {
        return Arrays.stream(known).filter(value -> value.name().equals(name)).findFirst();
    }

    private static String shown(JsonNode node) {
        var text = node.isMissingNode() ? "" : node.isString() ? node.stringValue() : node.toString();
        return CleanText.of(text.substring(0, Math.min(60, text.length())));
    }

    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static @Nullable String nameOf(@Nullable Field field) {
        return field == null ? null : field.name();
    }
}
