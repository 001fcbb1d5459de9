package io.dunlin.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.dunlin.web.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Files to fill in: all columns of a subject, the required ones first and with an asterisk, and a few rows to write over. */
@Component
public class Templates {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Texts texts;

    public Templates(Texts texts) {
        this.texts = texts;
    }

    /** As spreadsheets of the language write and open it by themselves. */
    public void csv(Subject subject, Locale language, OutputStream output) throws IOException {
        var comma = TemplateRows.hasDecimalComma(language);
        var text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        var file = CsvWriter.builder().fieldSeparator(comma ? ';' : ',').build(text);
        var fields = fields(subject);
        file.writeRecord(fields.stream().map(field -> header(field, language)).toList());
        for (var row : TemplateRows.of(fields, language)) {
            file.writeRecord(
                    row.stream().map(value -> TemplateRows.text(value, comma)).toList());
        }
        file.flush();
    }

    /** The same on one sheet, and on a second one what each column is. */
    public void xlsx(Subject subject, Locale language, OutputStream output) throws IOException {
        var fields = fields(subject);
        var headers = fields.stream().map(field -> header(field, language)).toList();
        var book = new TemplateBook(output);
        book.list(
                text(language, "intake.subject." + subject.name()), fields, headers, TemplateRows.of(fields, language));
        book.explanations(
                text(language, "intake.template.sheet"),
                Stream.of("column", "required", "what", "format")
                        .map(column -> text(language, "intake.template.column." + column))
                        .toList(),
                fields.stream().map(field -> explanation(field, language)).toList());
        book.finish();
    }

    private static List<Field> fields(Subject subject) {
        var fields =
                Field.of(subject).stream().filter(field -> !field.isAuxiliary()).toList();
        return Stream.concat(
                        fields.stream().filter(Field::required), fields.stream().filter(field -> !field.required()))
                .toList();
    }

    private String header(Field field, Locale language) {
        return text(language, "intake.field." + field.code()) + (field.required() ? " *" : "");
    }

    private List<String> explanation(Field field, Locale language) {
        return List.of(
                header(field, language),
                text(language, field.required() ? "intake.template.yes" : "intake.template.no"),
                known(language, "intake.template.what." + field.code().replaceAll("^custom_\\d+$", "custom")),
                known(language, "intake.template.kind." + field.kind().name(), field.longest()));
    }

    private String text(Locale language, String key) {
        return texts.text(language, key);
    }

    /** Empty where there is no such text: then the name of the column says it all. */
    private String known(Locale language, String key, Object... places) {
        var text = texts.text(language, key, places);
        return text.equals(key) ? "" : text;
    }
}
