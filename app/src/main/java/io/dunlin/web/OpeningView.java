package io.dunlin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/** A list without any query opens with the view that its user has chosen for it; a question mark with nothing after it is the way back. */
@Component
class OpeningView implements HandlerInterceptor {
    private final SavedViews views;
    private final Viewers viewers;

    OpeningView(SavedViews views, Viewers viewers) {
        this.views = views;
        this.viewers = viewers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!request.getMethod().equals("GET")
                || request.getQueryString() != null
                || !(handler instanceof HandlerMethod)
                || request.getRequestURI().startsWith("/api/")
                || request.getHeader("HX-Request") != null
                // The sentence for this page would be lost on the way.
                || RequestContextUtils.getInputFlashMap(request) != null
                || !viewers.current().isSignedIn()) {
            return true;
        }
        var query = views.opening(request.getRequestURI()).filter(state -> !state.isEmpty());
        if (query.isPresent()) {
            response.sendRedirect(request.getRequestURI() + "?" + query.get());
        }
        return query.isEmpty();
    }
}
