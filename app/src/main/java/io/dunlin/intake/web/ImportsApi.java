package io.dunlin.intake.web;

import io.dunlin.intake.ImportId;
import io.dunlin.intake.Imports;
import io.dunlin.kernel.Right;
import io.dunlin.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Imports for programs. */
@RestController
@Requires(Right.IMPORT)
@Tag(
        name = "Push",
        description = "Files of items, customers, contacts, orders, sales and users, loaded in the background")
class ImportsApi {
    private final Imports imports;
    private final ImportOutcome outcome;

    ImportsApi(Imports imports, ImportOutcome outcome) {
        this.imports = imports;
        this.outcome = outcome;
    }

    @Operation(summary = "The rows of an import that were left out, as they stood, each with its reason")
    @ApiResponse(responseCode = "200", description = "CSV in UTF-8, with the delimiter of the file")
    @GetMapping("/api/v1/imports/{id}/rejected.csv")
    void rejected(@Parameter(description = "Number of the import") @PathVariable long id, HttpServletResponse response)
            throws IOException {
        var one = imports.get(new ImportId(id));
        response.setContentType("text/csv;charset=UTF-8");
        outcome.write(one.id(), response.getOutputStream());
    }
}
