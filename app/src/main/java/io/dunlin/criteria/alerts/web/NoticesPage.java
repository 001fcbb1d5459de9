package io.dunlin.criteria.alerts.web;

import static java.util.stream.Collectors.toMap;

import io.dunlin.criteria.alerts.AlertNotices;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the viewer was told of new customers in alerts. */
@Controller
@Requires(Right.SEE_CUSTOMERS)
class NoticesPage {
    static final String PATH = AlertsPage.PATH + "/notices";

    private final AlertNotices notices;
    private final Companies companies;
    private final CurrentCompany company;

    NoticesPage(AlertNotices notices, Companies companies, CurrentCompany company) {
        this.notices = notices;
        this.companies = companies;
        this.company = company;
    }

    @GetMapping(PATH)
    String list(Model model) {
        model.addAttribute("notices", notices.latest());
        model.addAttribute("companies", companies.all().stream().collect(toMap(Company::id, Company::name)));
        return "criteria/alerts/web/notices";
    }

    /** It was read now; its alert is opened in the company that it is about. */
    @PostMapping(PATH + "/{id:\\d+}/open")
    String open(@PathVariable long id) {
        var notice = notices.read(id);
        company.choose(notice.company());
        return "redirect:" + AlertsPage.PATH + "/" + notice.alert() + "?sort=since&dir=desc";
    }

    @PostMapping(PATH + "/read")
    String readAll() {
        notices.readAll();
        return "redirect:" + PATH;
    }
}
