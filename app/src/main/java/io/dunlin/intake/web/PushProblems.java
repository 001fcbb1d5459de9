package io.dunlin.intake.web;

import io.dunlin.intake.PushFault;
import io.dunlin.intake.PushRefused;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewers;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Says in the caller's language what to send instead. */
@Component
class PushProblems {
    private final Texts texts;
    private final Viewers viewers;

    PushProblems(Texts texts, Viewers viewers) {
        this.texts = texts;
        this.viewers = viewers;
    }

    /** @param field null where it is about none; {@code column} as the file names it, or as it should */
    record Fault(String code, @Nullable String field, String column, String detail) {}

    ResponseEntity<ProblemDetail> answer(PushRefused refusal) {
        var faults = refusal.faults().stream()
                .map(fault -> new Fault(fault.code(), fault.field(), fault.name(), sentence(fault)))
                .toList();
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT,
                faults.stream().map(Fault::detail).collect(Collectors.joining(" ")));
        problem.setTitle(text("intake.push.refused"));
        problem.setProperty("errors", faults);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String sentence(PushFault fault) {
        return text(
                "intake.push.fault." + fault.code(),
                fault.name(),
                fault.field() == null ? "" : text("intake.field." + fault.field()),
                String.join(", ", fault.values()));
    }

    private String text(String key, Object... places) {
        return texts.text(viewers.current().language(), key, places);
    }
}
