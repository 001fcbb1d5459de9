package io.dunlin.ledger.report;

import io.dunlin.ledger.CustomerChoice;
import io.dunlin.ledger.CustomerFilter;
import io.dunlin.ledger.indicator.LedgerCriteria;
import io.dunlin.tenancy.Company;
import io.dunlin.web.TableRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** What every place of the product says is overdue; the list of customers knows the day that its facts were derived for. */
public record OverdueEverywhere(DSLContext sql, Company company, LocalDate day) {
    private static final TableRequest ALL = new TableRequest("", "", false, 1, 10_000);

    /** By place, without trailing zeros. */
    public Map<String, BigDecimal> of(Map<String, List<String>> filters) {
        var choice = CustomerChoice.of(filters);
        var slice = new Slice(company, null, null, choice);
        var by = GroupBy.BY_CUSTOMER;
        var ageing = new AgeingQuestion(company, day, Credits.COLUMN, Set.of(), slice);
        var periods = Periods.upTo(day, Periods.Step.MONTH, 3);
        var trend = new GroupedLines(sql).answer(new OverdueEntries(ageing, periods, 0, by), by, ALL);
        var dso = new DsoQuestion(company, day, slice);
        var clock = Clock.fixed(day.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        var list = LedgerCriteria.customers(sql, clock)
                .list(company, new CustomerFilter("", false, false, null, choice), ALL);
        var biggest = new OverdueCustomers(sql).largest(slice, day, 10_000);
        var said = new LinkedHashMap<String, BigDecimal>();
        said.put(
                "tile of the Overview",
                new OverdueCustomers(sql).totals(slice, day).overdue());
        said.put(
                "biggest overdue",
                sum(biggest.stream().map(OverdueCustomer::overdue).toList()));
        said.put("ageing", new Ageings(sql).answer(ageing, ALL).totals().overdue());
        said.put("overdue trend", trend.totals().amount(periods.last().key()));
        said.put("DSO", new DsoHistory(sql).answer(dso, List.of()).now().overdue());
        said.put(
                "DSO by customer",
                new DsoByCustomer(sql).answer(dso, ALL).totals().overdue());
        said.put("customers", list.totals().overdue());
        said.put(
                "lines of customers",
                sum(list.lines().stream().map(line -> line.overdue()).toList()));
        said.replaceAll((place, amount) -> amount.setScale(4).stripTrailingZeros());
        return said;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
