package io.dunlin.tenancy.signin;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** Headers that tell the browser to run and show nothing that does not come from here. HSTS is added by Spring on https. */
final class Headers extends AbstractHttpConfigurer<Headers, HttpSecurity> {
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'%s; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final String NAME = "Content-Security-Policy";

    @Override
    public void init(HttpSecurity http) {
        // The API description is a library's page that styles its elements in place.
        var description = PathPatternRequestMatcher.pathPattern("/api/swagger-ui/**");
        http.headers(headers -> headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        description, new StaticHeadersWriter(NAME, POLICY.formatted(" 'unsafe-inline'"))))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(description), new StaticHeadersWriter(NAME, POLICY.formatted(""))))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        features -> features.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()")));
    }
}
