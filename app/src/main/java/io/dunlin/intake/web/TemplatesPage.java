package io.dunlin.intake.web;

import io.dunlin.intake.Subject;
import io.dunlin.intake.Templates;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import io.dunlin.web.TableDownload;
import io.dunlin.web.TableFiles;
import io.dunlin.web.Viewers;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Files to fill in, in the language of who asks for them. */
@Controller
@Requires(Right.IMPORT)
class TemplatesPage {
    private final Templates templates;
    private final Viewers viewers;

    TemplatesPage(Templates templates, Viewers viewers) {
        this.templates = templates;
        this.viewers = viewers;
    }

    @GetMapping("/imports/templates/{subject}." + TableDownload.FORMAT)
    void template(@PathVariable String subject, @PathVariable String format, HttpServletResponse response)
            throws IOException {
        var about = Arrays.stream(Subject.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(subject))
                .findFirst()
                .orElseThrow(() -> new NotFound("Template", subject));
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(subject + "." + format)
                        .build()
                        .toString());
        var language = viewers.current().language();
        if (format.equals("xlsx")) {
            response.setContentType(TableFiles.XLSX_TYPE);
            templates.xlsx(about, language, response.getOutputStream());
        } else {
            response.setContentType(TableFiles.CSV_TYPE);
            templates.csv(about, language, response.getOutputStream());
        }
    }
}
