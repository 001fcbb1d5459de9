package io.dunlin.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a filter or the server refused before any handler ran: the same page as for all other refusals. */
@Controller
class ErrorPages implements ErrorController {
    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @ForEveryone("Says what went wrong, also before sign-in; shows nothing of anybody")
    @RequestMapping("/error")
    Object answer(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String refused ? refused : "";
        if (request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException) {
            return problems.outdatedForm(path);
        }
        return problems.of(path, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }
}
