package io.dunlin.web;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.context.annotation.Configuration;

/** What stands at the head of the description of the API. */
@Configuration(proxyBeanMethods = false)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Dunlin API",
                        version = "v1",
                        description =
                                "Customers, items and reports as JSON. Sign in with HTTP Basic, or with a token from"
                                        + " My account. What is refused is answered as application/problem+json in the language of"
                                        + " the user, or of Accept-Language before sign-in."))
class ApiDescription {}
