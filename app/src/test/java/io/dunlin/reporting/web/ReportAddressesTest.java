package io.dunlin.reporting.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.testing.RunningApplication;
import org.junit.jupiter.api.Test;

/** What a colleague sees who gets the address of a report. */
class ReportAddressesTest extends RunningApplication {
    @Test
    void an_address_without_a_company_leads_to_the_one_with_it() {
        var answer = signedIn(newTenant().administrator()).get("/reports/ageing?asOf=2013-06-30");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .endsWith("/reports/ageing?company=EST&asOf=2013-06-30");
    }

    @Test
    void a_company_that_is_not_open_to_the_reader_is_refused_and_not_replaced() {
        var browser = signedIn(newTenant().administrator());

        assertThat(browser.get("/reports/ageing?company=EST").statusCode()).isEqualTo(200);
        var answer = browser.get("/reports/ageing?company=OTHER");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("names the company OTHER");
        assertThat(browser.get("/reports/ageing.csv?company=EST").statusCode()).isEqualTo(200);
        assertThat(browser.get("/reports/ageing.csv?company=OTHER").statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_file_names_the_day_the_company_and_the_filters_it_was_made_with() {
        var file = signedIn(newTenant().administrator())
                .get("/reports/open-items.csv?company=EST&asOf=2013-06-30&country=FR&q=caf%C3%A9");

        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("open-items-EST-2013-06-30_Country-FR_Search-cafe.csv");
    }
}
