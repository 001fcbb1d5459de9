package io.dunlin.ledger.web;

import io.dunlin.criteria.BadCriteria;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** What programs get whose criteria mean nothing. */
final class CriteriaProblem {
    private CriteriaProblem() {}

    static ProblemDetail of(BadCriteria bad, Labels labels) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, labels.text(bad.key(), bad.arguments().toArray()));
        problem.setTitle(labels.text("ledger.customers.criteria.bad"));
        problem.setProperty("place", bad.path());
        return problem;
    }
}
