package io.dunlin.criteria.alerts.web;

import io.dunlin.criteria.alerts.AlertedCustomers.Which;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import io.dunlin.web.TableDownload;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The customers of an alert as a file: exactly what its page shows, over all its pages. Nobody has looked at the page by that. */
@Controller
@Requires(Right.EXPORT)
class AlertExport {
    private final AlertFiles files;

    AlertExport(AlertFiles files) {
        this.files = files;
    }

    @GetMapping(AlertsPage.PATH + "/{id:\\d+}/export." + TableDownload.FORMAT)
    void customers(
            @PathVariable long id,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String dir,
            HttpServletResponse response)
            throws IOException {
        files.of(id, Which.of(show), sort, dir).send(format, response);
    }
}
