package io.dunlin.ledger.report;

import io.dunlin.tenancy.Company;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** The ageing balance as its page asks for it: the first fifty customers and the totals of all. */
public final class AgeingWork {
    private final Ageings ageings;

    public AgeingWork(ApplicationContext application) {
        ageings = application.getBean(Ageings.class);
    }

    /** The total. */
    public BigDecimal answer(Company company, LocalDate day) {
        return ageings.answer(
                        new AgeingQuestion(company, day, Credits.NETTED, Set.of(), Slice.ofCustomer(company, null)),
                        new TableRequest("", "", false, 1, 50))
                .totals()
                .total();
    }
}
