package io.dunlin.ledger.web;

import io.dunlin.ledger.PaymentProfile;
import io.dunlin.ledger.PaymentProfiles;
import io.dunlin.web.Flag;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the payment profiles.
 *
 * @param refusal why the form was not saved; null: nothing was refused
 * @param company whose customers are counted
 * @param customers number of customers by the code of their profile; under the empty text those without history
 */
public record PaymentProfilesView(
        ProfileForm form, @Nullable String refusal, String company, Map<String, Long> customers) {
    public PaymentProfilesView {
        customers = Map.copyOf(customers);
    }

    public long customersOf(String code) {
        return customers.getOrDefault(code, 0L);
    }

    public String listOf(String code) {
        return PaymentProfiles.customersWith(code);
    }

    public Flag flag(ProfileForm.Row row) {
        return new Flag(row.colour(), row.name());
    }

    public Flag noHistory(String label) {
        return new Flag(PaymentProfile.NO_HISTORY_COLOUR, label);
    }
}
