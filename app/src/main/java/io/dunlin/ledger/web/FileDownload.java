package io.dunlin.ledger.web;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.AttachmentContents;
import io.dunlin.web.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands files out so that no browser shows or runs them here, whatever is in them. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class FileDownload {
    private static final Logger log = LoggerFactory.getLogger(FileDownload.class);

    private final FileChanges files;
    private final AttachmentContents contents;

    FileDownload(FileChanges files, AttachmentContents contents) {
        this.files = files;
        this.contents = contents;
    }

    /** Null: the file itself is the answer. */
    @GetMapping("/files/{id}")
    @Nullable
    String download(@PathVariable String id, HttpServletResponse response, Model model) throws IOException {
        var one = files.get(id);
        InputStream content;
        try {
            content = contents.open(one);
        } catch (NoSuchFileException missing) {
            log.error("The content {} of attachment {} is missing", one.contentKey(), one.id());
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            model.addAttribute("name", one.fileName());
            model.addAttribute(
                    "back", files.customer(one.company(), one.customerCode()).address() + "/files");
            return "ledger/web/missingFile";
        }
        try (content) {
            response.setContentType(one.mediaType());
            response.setContentLengthLong(one.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(one.fileName(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            content.transferTo(response.getOutputStream());
        }
        return null;
    }
}
