package io.dunlin.ledger.web;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.PaymentProfiles;
import io.dunlin.ledger.ProfileChanges;
import io.dunlin.tenancy.CurrentCompany;
import io.dunlin.web.Requires;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The payment profiles: all bands in one form, since none can be changed without its neighbours. */
@Controller
@Requires(Right.CONFIGURE)
class PaymentProfilesPage {
    private static final String PATH = "/settings/payment-profiles";
    private static final String REMOVE = "remove-";

    private final PaymentProfiles profiles;
    private final ProfileChanges changes;
    private final CurrentCompany company;
    private final Labels labels;

    PaymentProfilesPage(PaymentProfiles profiles, ProfileChanges changes, CurrentCompany company, Labels labels) {
        this.profiles = profiles;
        this.changes = changes;
        this.company = company;
        this.labels = labels;
    }

    @GetMapping(PATH)
    String show(Model model) {
        return shown(ProfileForm.of(profiles.now(), labels::text), null, model);
    }

    /** Saves; or answers the form with a row more or less, which nobody has saved yet. */
    @PostMapping(PATH)
    Object change(@RequestParam Map<String, String> typed, Model model) {
        var form = ProfileForm.of(typed);
        var act = typed.getOrDefault("act", "save");
        if (act.equals("add")) {
            return shown(form.withOneMore(), null, model);
        }
        if (act.matches(REMOVE + "\\d{1,2}")) {
            return shown(form.without(Integer.parseInt(act.substring(REMOVE.length()))), null, model);
        }
        try {
            changes.save(form.rules(profiles.now(), labels::text));
            return "redirect:" + PATH;
        } catch (Rejected rejected) {
            var why = labels.text(rejected.key(), rejected.arguments().toArray());
            return new ModelAndView(shown(form, why, model), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private String shown(ProfileForm form, @Nullable String refusal, Model model) {
        var chosen = company.get();
        model.addAttribute(
                "view",
                new PaymentProfilesView(form, refusal, chosen.name(), profiles.customers(chosen, profiles.now())));
        return "ledger/web/paymentProfiles";
    }
}
