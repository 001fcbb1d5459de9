package io.dunlin.web;

import io.dunlin.database.Outage;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** Answers to what went wrong: a sentence for people, a problem document (RFC 9457) for programs, the rest in the log. */
@ControllerAdvice
class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Viewers viewers;
    private final Texts texts;

    Problems(Viewers viewers, Texts texts) {
        this.viewers = viewers;
        this.texts = texts;
    }

    @ExceptionHandler
    Object refused(Rejected refusal, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                text("web.error.refused.title"),
                text(refusal.key(), refusal.arguments().toArray()));
    }

    /** An address with a word where a number belongs leads nowhere. */
    @ExceptionHandler({NotFound.class, NoResourceFoundException.class, TypeMismatchException.class})
    Object notFound(Exception nothing, HttpServletRequest request) {
        return answer(request, HttpStatus.NOT_FOUND, text("web.error.notFound.title"), text("web.error.notFound.text"));
    }

    /** A message of a program that is no JSON, or none of the form that is asked for. */
    @ExceptionHandler
    Object notReadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        var place = unreadable.getCause() instanceof JacksonException broken ? broken.getLocation() : null;
        return answer(
                request,
                HttpStatus.BAD_REQUEST,
                text("web.error.refused.title"),
                place == null
                        ? text("web.error.notReadable")
                        : text("web.error.notReadable.at", place.getLineNr(), place.getColumnNr()));
    }

    @ExceptionHandler
    Object noRight(AccessDeniedException denied, HttpServletRequest request) {
        return answer(request, HttpStatus.FORBIDDEN, text("web.error.noRight.title"), text("web.error.noRight.text"));
    }

    /** Also thrown by the server before any handler is known. */
    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return answer(
                request,
                HttpStatus.CONTENT_TOO_LARGE,
                text("web.error.tooLarge.title"),
                tooLarge.getMaxUploadSize() > 0
                        ? text("web.error.tooLarge.limit", tooLarge.getMaxUploadSize() >> 20)
                        : text("web.error.tooLarge.text"));
    }

    /** @throws Exception the failure itself where the database is away: nobody's name or language can be read, see {@link OutagePage} */
    @ExceptionHandler
    @Nullable
    Object unexpected(Exception failure, HttpServletRequest request) throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            // The reader has left: there is nobody to answer.
            return null;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            // Programs are told in the words of the framework what is missing; people in their language what to do.
            return isForPrograms(request.getRequestURI())
                    ? answer(
                            request,
                            status,
                            text("web.error.refused.title"),
                            String.valueOf(known.getBody().getDetail()))
                    : of(request.getRequestURI(), status);
        }
        var outage = Outage.behind(failure);
        if (outage.filter(Outage.DATABASE_AWAY::equals).isPresent()) {
            throw failure;
        }
        if (outage.isPresent()) {
            log.error("A disk is full at {} {}", request.getMethod(), request.getRequestURI(), failure);
            return answer(
                    request,
                    HttpStatus.INSUFFICIENT_STORAGE,
                    text("web.error.diskFull.title"),
                    text("web.error.diskFull.text"));
        }
        var number = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000, 10_000_000));
        log.error("Error {} at {} {}", number, request.getMethod(), request.getRequestURI(), failure);
        return answer(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                text("web.error.unexpected.title"),
                text("web.error.unexpected.text", number));
    }

    private String text(String key, Object... arguments) {
        return texts.text(viewers.current().language(), key, arguments);
    }

    /** The answer where only the status is known. */
    Object of(String path, HttpStatus status) {
        var kind = switch (status) {
            case NOT_FOUND -> "notFound";
            case FORBIDDEN -> "noRight";
            case CONTENT_TOO_LARGE -> "tooLarge";
            default -> "refused";
        };
        return answer(path, status, text("web.error." + kind + ".title"), text("web.error." + kind + ".text"));
    }

    /** A form whose token is missing or of an earlier session. */
    Object outdatedForm(String path) {
        return answer(
                path, HttpStatus.FORBIDDEN, text("web.error.outdatedForm.title"), text("web.error.outdatedForm.text"));
    }

    private static Object answer(HttpServletRequest request, HttpStatus status, String title, String text) {
        return answer(request.getRequestURI(), status, title, text);
    }

    private static Object answer(String path, HttpStatus status, String title, String text) {
        if (isForPrograms(path)) {
            var problem = ProblemDetail.forStatusAndDetail(status, text);
            problem.setTitle(title);
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return new ModelAndView("web/problem", Map.of("title", title, "text", text), status);
    }

    static boolean isForPrograms(String path) {
        return path.startsWith("/api/");
    }
}
