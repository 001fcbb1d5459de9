package io.dunlin.ledger.report;

import io.dunlin.criteria.Comparison;
import io.dunlin.criteria.Criteria;
import io.dunlin.criteria.CriteriaText;
import io.dunlin.ledger.PaymentProfiles;
import io.dunlin.reporting.ReportRequest;
import io.dunlin.tenancy.CurrentCompany;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

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
        var comparison = rank == 0
                ? new Comparison.Empty()
                : new Comparison.OneOf(
                        List.of(names.rules().profiles().get(rank - 1).code()));
        return UriComponentsBuilder.fromPath("/customers")
                .queryParam("c", "{criteria}")
                .encode()
                .buildAndExpand(CriteriaText.write(Criteria.Test.of(PaymentProfiles.INDICATOR, comparison)))
                .toUriString();
    }
}
