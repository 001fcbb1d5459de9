package io.dunlin.tenancy.signin;

import io.dunlin.tenancy.Users;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in by which door: programs under /api/, people everywhere else. What each may do is declared at the handlers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** Programs: a login or a token with each request, no session, hence no CSRF. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Users users, ApiTokens tokens, Refusals refusals) throws Exception {
        return http.securityMatcher(ApiAddresses::isForPrograms)
                .with(new Headers(), Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, failure) -> refusals.notSignedIn(request, response)))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, failure) -> refusals.notSignedIn(request, response))
                        .accessDeniedHandler((request, response, failure) -> refusals.noRight(request, response)))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new BearerFilter(tokens, refusals), BasicAuthenticationFilter.class)
                .addFilterAfter(new TenantFilter(users), AuthorizationFilter.class)
                .build();
    }

    /** People: a session after the sign-in page. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Users users, Refusals refusals, AfterSignIn afterSignIn)
            throws Exception {
        return http.with(new Headers(), Customizer.withDefaults())
                // The token is in a cookie, so that the sign-in page needs no session; the page itself carries the
                // other half.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .successHandler(afterSignIn)
                        .failureHandler(afterSignIn))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                                (request, response, failure) -> refusals.notSignedIn(request, response))
                        .accessDeniedHandler((request, response, failure) -> {
                            // The error page says something else of an old form than of a missing right.
                            request.setAttribute(WebAttributes.ACCESS_DENIED_403, failure);
                            refusals.noRight(request, response);
                        }))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .requestMatchers(ApiAddresses.DESCRIPTION)
                        .authenticated()
                        // Handlers declare their right, and those that do not are closed: see RightsInterceptor.
                        .anyRequest()
                        .permitAll())
                .addFilterAfter(new TenantFilter(users), AuthorizationFilter.class)
                .build();
    }

    @Bean
    WebMvcConfigurer rightsOfHandlers(RightsInterceptor rights) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(rights);
            }
        };
    }

    /** Two requests of one session may write the same attribute at once. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionsOnPostgres() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Lax"));
        return tokens;
    }
}
