package io.dunlin.ledger;

import static io.dunlin.ledger.tables.PaymentProfile.PAYMENT_PROFILE;
import static io.dunlin.ledger.tables.PaymentProfileRule.PAYMENT_PROFILE_RULE;
import static org.jooq.impl.DSL.row;

import io.dunlin.kernel.Rejected;
import io.dunlin.kernel.SearchKey;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces the tenant's payment profiles, all of them at once: one alone could not be changed without a gap or an overlap. */
@Component
public class ProfileChanges {
    private static final int MOST = 12;
    private static final int MOST_INVOICES = 1000;

    private final DSLContext sql;
    private final AuditTrail audit;

    public ProfileChanges(DSLContext sql, AuditTrail audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * Refused where the profiles leave a gap or overlap, with the place.
     *
     * @param rules with the profiles in any order; those without code are new. Presets as they are stay presets
     */
    @Transactional
    public void save(ProfileRules rules) {
        check(rules);
        var profiles = Tiling.inOrder(rules.profiles());
        var own = profiles.equals(PaymentProfile.presets()) ? List.<PaymentProfile>of() : profiles;
        var next = nextCode();
        var coded = new ArrayList<PaymentProfile>();
        for (var profile : own) {
            coded.add(profile.code().isEmpty() ? withCode(profile, "p" + next++) : profile);
        }
        keepRule(rules, next);
        sql.deleteFrom(PAYMENT_PROFILE)
                .where(PAYMENT_PROFILE.TENANT_ID.eq(CurrentTenant.id()))
                .execute();
        insert(coded);
        audit.record("profiles.changed", Integer.toString(profiles.size()), Map.of());
    }

    private static void check(ProfileRules rules) {
        var profiles = rules.profiles();
        if (profiles.size() > MOST) {
            throw new Rejected("ledger.profiles.tooMany", MOST);
        }
        if (rules.fewestInvoices() < 1 || rules.fewestInvoices() > MOST_INVOICES) {
            throw new Rejected("ledger.profiles.fewest.bad", MOST_INVOICES);
        }
        if (!profiles.stream().allMatch(PaymentProfile::isWordedWell)) {
            throw new Rejected("ledger.profiles.words.bad");
        }
        var names =
                profiles.stream().map(profile -> SearchKey.of(profile.name())).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new Rejected("ledger.profiles.nameTwice");
        }
        profiles.stream()
                .filter(profile -> profile.band().isEmpty())
                .findFirst()
                .ifPresent(empty -> {
                    throw new Rejected("ledger.profiles.empty", empty.name());
                });
        Tiling.fault(profiles).ifPresent(fault -> {
            throw fault.refusal();
        });
    }

    /** Locks the row, so that of two who save at once one waits for the other. */
    private int nextCode() {
        return sql.select(PAYMENT_PROFILE_RULE.NEXT_CODE)
                .from(PAYMENT_PROFILE_RULE)
                .where(PAYMENT_PROFILE_RULE.TENANT_ID.eq(CurrentTenant.id()))
                .forUpdate()
                .fetchOptional(PAYMENT_PROFILE_RULE.NEXT_CODE)
                .orElse(1);
    }

    private void keepRule(ProfileRules rules, int next) {
        sql.insertInto(PAYMENT_PROFILE_RULE)
                .set(PAYMENT_PROFILE_RULE.TENANT_ID, CurrentTenant.id())
                .set(PAYMENT_PROFILE_RULE.FEWEST_INVOICES, rules.fewestInvoices())
                .set(PAYMENT_PROFILE_RULE.COUNTS_UNPAID, rules.countsUnpaid())
                .set(PAYMENT_PROFILE_RULE.NEXT_CODE, next)
                .onConflict(PAYMENT_PROFILE_RULE.TENANT_ID)
                .doUpdate()
                .set(PAYMENT_PROFILE_RULE.FEWEST_INVOICES, rules.fewestInvoices())
                .set(PAYMENT_PROFILE_RULE.COUNTS_UNPAID, rules.countsUnpaid())
                .set(PAYMENT_PROFILE_RULE.NEXT_CODE, next)
                .execute();
    }

    private void insert(List<PaymentProfile> profiles) {
        if (profiles.isEmpty()) {
            return;
        }
        sql.insertInto(
                        PAYMENT_PROFILE,
                        PAYMENT_PROFILE.TENANT_ID,
                        PAYMENT_PROFILE.CODE,
                        PAYMENT_PROFILE.NAME,
                        PAYMENT_PROFILE.COMMENT,
                        PAYMENT_PROFILE.COLOUR,
                        PAYMENT_PROFILE.LOWEST,
                        PAYMENT_PROFILE.HOLDS_LOWEST,
                        PAYMENT_PROFILE.HIGHEST,
                        PAYMENT_PROFILE.HOLDS_HIGHEST)
                .valuesOfRows(profiles.stream()
                        .map(profile -> row(
                                CurrentTenant.id(),
                                profile.code(),
                                profile.name(),
                                profile.comment(),
                                profile.colour(),
                                profile.band().lowest(),
                                profile.band().holdsLowest(),
                                profile.band().highest(),
                                profile.band().holdsHighest()))
                        .toList())
                .execute();
    }

    private static PaymentProfile withCode(PaymentProfile profile, String code) {
        return new PaymentProfile(
                code, profile.name(), profile.comment(), profile.colour(), profile.band(), profile.preset());
    }
}
