package io.dunlin.tenancy.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which addresses are for programs: all under {@code /api/} but the description of them, which people read. */
final class ApiAddresses {
    static final String[] DESCRIPTION = {"/api/docs/**", "/api/swagger-ui/**", "/api/openapi/**"};

    private static final List<String> FOR_PEOPLE = List.of("/api/docs", "/api/swagger-ui", "/api/openapi");

    private ApiAddresses() {}

    static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/")
                && FOR_PEOPLE.stream().noneMatch(one -> path.equals(one) || path.startsWith(one + "/"));
    }
}
