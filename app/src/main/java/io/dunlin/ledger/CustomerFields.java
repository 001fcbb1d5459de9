package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Customer.CUSTOMER;
import static io.dunlin.ledger.tables.CustomerFact.CUSTOMER_FACT;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Between rows of the customer tables and records. */
final class CustomerFields {
    private static final List<Field<String>> CUSTOM = List.of(
            CUSTOMER.CUSTOM_1,
            CUSTOMER.CUSTOM_2,
            CUSTOMER.CUSTOM_3,
            CUSTOMER.CUSTOM_4,
            CUSTOMER.CUSTOM_5,
            CUSTOMER.CUSTOM_6,
            CUSTOMER.CUSTOM_7,
            CUSTOMER.CUSTOM_8,
            CUSTOMER.CUSTOM_9,
            CUSTOMER.CUSTOM_10,
            CUSTOMER.CUSTOM_11,
            CUSTOMER.CUSTOM_12);

    private CustomerFields() {}

    static CustomerDetails details(Record row) {
        return new CustomerDetails(
                row.get(CUSTOMER.CODE),
                row.get(CUSTOMER.NAME),
                row.get(CUSTOMER.TRADING_NAME),
                row.get(CUSTOMER.LEGAL_ID),
                row.get(CUSTOMER.VAT_NUMBER),
                row.get(CUSTOMER.BUSINESS_LINE),
                row.get(CUSTOMER.WEBSITE),
                row.get(CUSTOMER.ADDRESS),
                row.get(CUSTOMER.POST_BOX),
                row.get(CUSTOMER.ZIP),
                row.get(CUSTOMER.CITY),
                row.get(CUSTOMER.STATE),
                row.get(CUSTOMER.COUNTRY),
                row.get(CUSTOMER.PHONE),
                row.get(CUSTOMER.LANGUAGE),
                row.get(CUSTOMER.PAYMENT_TERMS),
                row.get(CUSTOMER.PAYMENT_MEANS),
                row.get(CUSTOMER.PARENT_NUMBER),
                row.get(CUSTOMER.BLOCKED),
                row.get(CUSTOMER.COMMENT),
                texts(row, CUSTOM));
    }

    static CustomerFigures facts(Record row) {
        return new CustomerFigures(
                row.get(CUSTOMER_FACT.AS_OF),
                amount(row, CUSTOMER_FACT.RECEIVABLE),
                amount(row, CUSTOMER_FACT.NOT_DUE),
                amount(row, CUSTOMER_FACT.OVERDUE),
                Stream.of(
                                CUSTOMER_FACT.OVERDUE_1,
                                CUSTOMER_FACT.OVERDUE_2,
                                CUSTOMER_FACT.OVERDUE_3,
                                CUSTOMER_FACT.OVERDUE_4,
                                CUSTOMER_FACT.OVERDUE_5,
                                CUSTOMER_FACT.OVERDUE_6)
                        .map(bracket -> amount(row, bracket))
                        .toList(),
                amount(row, CUSTOMER_FACT.CREDITS),
                number(row, CUSTOMER_FACT.OPEN_ITEMS),
                number(row, CUSTOMER_FACT.UNCONVERTED_ITEMS),
                row.get(CUSTOMER_FACT.OLDEST_DUE_DATE),
                row.get(CUSTOMER_FACT.LAST_PAYMENT_DATE),
                row.get(CUSTOMER_FACT.AVERAGE_DELAY),
                number(row, CUSTOMER_FACT.DELAY_ITEMS),
                amount(row, CUSTOMER_FACT.DELAY_WEIGHTED),
                amount(row, CUSTOMER_FACT.DELAY_AMOUNT),
                amount(row, CUSTOMER_FACT.SALES_12_MONTHS),
                amount(row, CUSTOMER_FACT.LARGEST_EXPOSURE),
                amount(row, CUSTOMER_FACT.ORDER_BACKLOG));
    }

    static Map<Field<?>, @Nullable Object> editable(CustomerDetails details) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(CUSTOMER.NAME, details.name());
        values.put(CUSTOMER.TRADING_NAME, details.tradingName());
        values.put(CUSTOMER.VAT_NUMBER, details.vatNumber());
        values.put(CUSTOMER.BUSINESS_LINE, details.businessLine());
        values.put(CUSTOMER.WEBSITE, details.website());
        values.put(CUSTOMER.ADDRESS, details.address());
        values.put(CUSTOMER.POST_BOX, details.postBox());
        values.put(CUSTOMER.ZIP, details.zip());
        values.put(CUSTOMER.CITY, details.city());
        values.put(CUSTOMER.STATE, details.state());
        values.put(CUSTOMER.PHONE, details.phone());
        values.put(CUSTOMER.LANGUAGE, details.language());
        values.put(CUSTOMER.PAYMENT_TERMS, details.paymentTerms());
        values.put(CUSTOMER.PAYMENT_MEANS, details.paymentMeans());
        values.put(CUSTOMER.PARENT_NUMBER, details.parentNumber());
        values.put(CUSTOMER.BLOCKED, details.blocked());
        values.put(CUSTOMER.COMMENT, details.comment());
        for (int i = 0; i < CUSTOM.size(); i++) {
            values.put(CUSTOM.get(i), details.custom().get(i));
        }
        return values;
    }

    /** The values in order, null where absent. */
    static List<@Nullable String> texts(Record row, List<Field<String>> fields) {
        var values = new ArrayList<@Nullable String>(fields.size());
        for (var field : fields) {
            values.add(row.get(field));
        }
        return values;
    }

    private static BigDecimal amount(Record row, Field<BigDecimal> field) {
        var amount = row.get(field);
        return amount == null ? ZERO : amount;
    }

    private static int number(Record row, Field<Integer> field) {
        var number = row.get(field);
        return number == null ? 0 : number;
    }
}
