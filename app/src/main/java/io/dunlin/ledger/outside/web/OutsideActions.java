package io.dunlin.ledger.outside.web;

import io.dunlin.criteria.outside.OutsideIndicators;
import io.dunlin.criteria.web.Labels;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CustomerAddress;
import io.dunlin.ledger.CustomerChanges;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.ledger.outside.OutsideIntake;
import io.dunlin.ledger.outside.ToldLine;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.web.Notice;
import io.dunlin.web.Requires;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes down by hand what somebody outside says of a customer. */
@Controller
@Requires(Right.COLLECT)
class OutsideActions {
    private final Companies companies;
    private final CustomerFiles files;
    private final OutsideIndicators indicators;
    private final OutsideIntake intake;
    private final CustomerChanges changes;
    private final CurrentUser user;
    private final Labels labels;
    private final WrittenValues written;

    OutsideActions(
            Companies companies,
            CustomerFiles files,
            OutsideIndicators indicators,
            OutsideIntake intake,
            CustomerChanges changes,
            CurrentUser user,
            Labels labels,
            WrittenValues written) {
        this.companies = companies;
        this.files = files;
        this.indicators = indicators;
        this.intake = intake;
        this.changes = changes;
        this.user = user;
        this.labels = labels;
        this.written = written;
    }

    @PostMapping("/customers/{company}/{code}/outside/{id:\\d+}")
    @Transactional
    public String tell(
            @PathVariable String company,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String day,
            RedirectAttributes after) {
        var chosen = companies.find(CustomerAddress.code(company)).orElseThrow(() -> new NotFound("Company", company));
        var file = files.get(chosen, CustomerAddress.code(code));
        var indicator = indicators.get(id);
        var line =
                new ToldLine(1, file.details().code(), written.lines(indicator).value(value.strip()), day);
        var outcome = intake.take(indicator, chosen, null, List.of(line), user.id());
        var address = "redirect:" + file.address() + "/outside";
        if (!outcome.refused().isEmpty()) {
            var problem = outcome.refused().getFirst().problem();
            after.addFlashAttribute(
                    "refused",
                    new OutsidePanel.Refused(
                            value,
                            day,
                            labels.text(problem.key(), problem.arguments().toArray())));
            return address + "?edit=" + id;
        }
        changes.record(file, "outside.told", Map.of("indicator", indicator.code(), "value", value.strip()));
        after.addFlashAttribute("notice", new Notice("ledger.outside.told", List.of(indicator.name()), null));
        return address;
    }
}
