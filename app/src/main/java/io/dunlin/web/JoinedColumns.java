package io.dunlin.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Ticked columns come one by one from their form; the address that is seen and shared names them once, between commas. */
@Component
class JoinedColumns extends OncePerRequestFilter {
    private static final String NAME = "columns";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var columns = request.getMethod().equals("GET") ? request.getParameterValues(NAME) : null;
        if (columns == null || columns.length < 2) {
            chain.doFilter(request, response);
            return;
        }
        response.sendRedirect(UriComponentsBuilder.fromUriString(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(NAME, UriUtils.encode(String.join(",", List.of(columns)), StandardCharsets.UTF_8))
                .build(true)
                .toUriString());
    }
}
