package io.dunlin.ledger.indicator;

import io.dunlin.ledger.indicator.InventedPortfolio.InventedCustomer;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.Browser;
import io.dunlin.testing.RunningApplication;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages about criteria, of a subscriber with invented customers. */
abstract class CriteriaPages extends RunningApplication {
    /** Also says that there are facts of the customer: only those are in the list. */
    static final String OWING =
            "customer.receivable.between(100,),any(customer.country.oneOf(FR),customer.city.empty())";

    TenantId tenant = new TenantId(1);
    String login = "";
    List<InventedCustomer> portfolio = List.of();

    Browser withPortfolio() {
        var subscriber = newTenant();
        tenant = subscriber.tenant();
        var password = subscriber.administrator() + ":" + PASSWORD;
        login = "Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
        CurrentTenant.run(
                tenant,
                () -> new TransactionTemplate(bean(PlatformTransactionManager.class))
                        .executeWithoutResult(status -> portfolio = InventedPortfolio.in(
                                bean(DSLContext.class),
                                bean(Companies.class).all().getFirst())));
        return seen(signedIn(subscriber.administrator()));
    }

    /** With the token of a page of this session. */
    static Browser seen(Browser browser) {
        browser.get("/customers");
        return browser;
    }

    /** The form of a list of codes. */
    static String[] list(String codes) {
        return new String[] {
            "address",
            "/customers?sort=code&page=3&build=1",
            "0.join",
            "ALL",
            "0-0.what",
            "customer.code",
            "0-0.what-was",
            "customer.code",
            "0-0.how",
            "oneOf",
            "0-0.how-was",
            "oneOf",
            "0-0.value",
            codes
        };
    }

    static String[] with(String[] form, String... further) {
        return Stream.concat(Arrays.stream(form), Arrays.stream(further)).toArray(String[]::new);
    }

    static String search(HttpResponse<String> answer) {
        return answer.headers().firstValue("HX-Redirect").orElse(answer.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
