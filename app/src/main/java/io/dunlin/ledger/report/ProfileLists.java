package io.dunlin.ledger.report;

import io.dunlin.ledger.PaymentProfiles;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.tenancy.CurrentCompany;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where the customers of a profile are listed: their list is of the chosen company and of today, and of no other. */
@Component
class ProfileLists {
    private final CurrentCompany company;
    private final Clock clock;

    ProfileLists(CurrentCompany company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    /** Addresses by rank, 0 for those without history. */
    Map<Integer, String> of(ReportRequest request, ProfileNames names) {
        var isListed = request.company().id().equals(company.get().id())
                && request.asOf().equals(request.company().today(clock));
        return isListed
                ? names.ranks().stream().collect(Collectors.toMap(Function.identity(), rank -> list(names, rank)))
                : Map.of();
    }

    private static String list(ProfileNames names, int rank) {
        return PaymentProfiles.customersWith(
                rank == 0 ? "" : names.rules().profiles().get(rank - 1).code());
    }
}
