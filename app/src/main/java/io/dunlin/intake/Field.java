package io.dunlin.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a column of a file may be. Stored by name in remembered mappings: never rename.
 *
 * <p>The names under which columns are known stand in {@code headers_<language>.properties}.
 */
public enum Field {
    ITEM_CUSTOMER_CODE(Subject.ITEMS, "customer_code", Kind.TEXT, true, 60),
    ITEM_CUSTOMER_NAME(Subject.ITEMS, "customer_name", Kind.TEXT, false, 200),
    ITEM_NUMBER(Subject.ITEMS, "number", Kind.TEXT, true, 60),
    ITEM_UNIQUE_ID(Subject.ITEMS, "unique_id", Kind.TEXT, false, 100),
    ITEM_TYPE(Subject.ITEMS, "source_type", Kind.KIND, false, 60),
    ITEM_ISSUE_DATE(Subject.ITEMS, "issue_date", Kind.DATE, true, 0),
    ITEM_DUE_DATE(Subject.ITEMS, "due_date", Kind.DATE, false, 0),
    ITEM_AMOUNT(Subject.ITEMS, "original_amount", Kind.AMOUNT, true, 0),
    /** With {@link #ITEM_CREDIT} one amount in two columns. */
    ITEM_DEBIT(Subject.ITEMS, "debit", Kind.AMOUNT, false, 0),
    ITEM_CREDIT(Subject.ITEMS, "credit", Kind.AMOUNT, false, 0),
    /** Which side of the account amounts are on that are written without a minus. */
    ITEM_SIDE(Subject.ITEMS, "side", Kind.SIDE, false, 20),
    ITEM_AMOUNT_NET(Subject.ITEMS, "original_amount_net", Kind.AMOUNT, false, 0),
    ITEM_OPEN_AMOUNT(Subject.ITEMS, "open_amount", Kind.AMOUNT, false, 0),
    ITEM_CURRENCY(Subject.ITEMS, "currency", Kind.CURRENCY, false, 3),
    ITEM_PAYMENT_DATE(Subject.ITEMS, "cleared_on", Kind.DATE, false, 0),
    ITEM_ORDER_DATE(Subject.ITEMS, "order_date", Kind.DATE, false, 0),
    ITEM_PURCHASE_ORDER(Subject.ITEMS, "purchase_order", Kind.TEXT, false, 100),
    ITEM_FILE_NUMBER(Subject.ITEMS, "file_number", Kind.TEXT, false, 100),
    ITEM_BUSINESS_CASE(Subject.ITEMS, "business_case", Kind.TEXT, false, 100),
    ITEM_SALES_MANAGER(Subject.ITEMS, "sales_manager", Kind.TEXT, false, 100),
    ITEM_SALES_ADMINISTRATION(Subject.ITEMS, "sales_administration", Kind.TEXT, false, 100),
    ITEM_CUSTOM_1(Subject.ITEMS, "custom_1", Kind.TEXT, false, 200),
    ITEM_CUSTOM_2(Subject.ITEMS, "custom_2", Kind.TEXT, false, 200),
    ITEM_CUSTOM_3(Subject.ITEMS, "custom_3", Kind.TEXT, false, 200),
    ITEM_CUSTOM_4(Subject.ITEMS, "custom_4", Kind.TEXT, false, 200),
    ITEM_CUSTOM_5(Subject.ITEMS, "custom_5", Kind.TEXT, false, 200),
    ITEM_CUSTOM_6(Subject.ITEMS, "custom_6", Kind.TEXT, false, 200),
    ITEM_CUSTOM_7(Subject.ITEMS, "custom_7", Kind.TEXT, false, 200),
    ITEM_CUSTOM_8(Subject.ITEMS, "custom_8", Kind.TEXT, false, 200),
    ITEM_CUSTOM_9(Subject.ITEMS, "custom_9", Kind.TEXT, false, 200),
    ITEM_CUSTOM_10(Subject.ITEMS, "custom_10", Kind.TEXT, false, 200),
    ITEM_CUSTOM_11(Subject.ITEMS, "custom_11", Kind.TEXT, false, 200),
    ITEM_CUSTOM_12(Subject.ITEMS, "custom_12", Kind.TEXT, false, 200),
    CUSTOMER_CODE(Subject.CUSTOMERS, "customer_code", Kind.TEXT, true, 60),
    CUSTOMER_NAME(Subject.CUSTOMERS, "name", Kind.TEXT, true, 200),
    CUSTOMER_TRADING_NAME(Subject.CUSTOMERS, "trading_name", Kind.TEXT, false, 200),
    CUSTOMER_LEGAL_ID(Subject.CUSTOMERS, "legal_id", Kind.TEXT, false, 40),
    CUSTOMER_VAT_NUMBER(Subject.CUSTOMERS, "vat_number", Kind.TEXT, false, 40),
    CUSTOMER_BUSINESS_LINE(Subject.CUSTOMERS, "business_line", Kind.TEXT, false, 200),
    CUSTOMER_WEBSITE(Subject.CUSTOMERS, "website", Kind.TEXT, false, 200),
    CUSTOMER_ADDRESS(Subject.CUSTOMERS, "address", Kind.TEXT, false, 500),
    CUSTOMER_POST_BOX(Subject.CUSTOMERS, "post_box", Kind.TEXT, false, 60),
    CUSTOMER_ZIP(Subject.CUSTOMERS, "zip", Kind.TEXT, false, 20),
    CUSTOMER_CITY(Subject.CUSTOMERS, "city", Kind.TEXT, false, 100),
    CUSTOMER_STATE(Subject.CUSTOMERS, "state", Kind.TEXT, false, 100),
    CUSTOMER_COUNTRY(Subject.CUSTOMERS, "country", Kind.COUNTRY, false, 60),
    CUSTOMER_PHONE(Subject.CUSTOMERS, "phone", Kind.TEXT, false, 60),
    CUSTOMER_LANGUAGE(Subject.CUSTOMERS, "language", Kind.LANGUAGE, false, 20),
    CUSTOMER_PAYMENT_TERMS(Subject.CUSTOMERS, "payment_terms", Kind.TEXT, false, 100),
    CUSTOMER_PAYMENT_MEANS(Subject.CUSTOMERS, "payment_means", Kind.TEXT, false, 100),
    CUSTOMER_PARENT_NUMBER(Subject.CUSTOMERS, "parent_number", Kind.TEXT, false, 60),
    CUSTOMER_BLOCKED(Subject.CUSTOMERS, "blocked", Kind.FLAG, false, 20),
    CUSTOMER_COMMENT(Subject.CUSTOMERS, "comment", Kind.TEXT, false, 2000),
    CUSTOMER_GROUPS(Subject.CUSTOMERS, "groups", Kind.GROUPS, false, 1000),
    CUSTOMER_COLLECTOR(Subject.CUSTOMERS, "collector", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_1(Subject.CUSTOMERS, "custom_1", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_2(Subject.CUSTOMERS, "custom_2", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_3(Subject.CUSTOMERS, "custom_3", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_4(Subject.CUSTOMERS, "custom_4", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_5(Subject.CUSTOMERS, "custom_5", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_6(Subject.CUSTOMERS, "custom_6", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_7(Subject.CUSTOMERS, "custom_7", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_8(Subject.CUSTOMERS, "custom_8", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_9(Subject.CUSTOMERS, "custom_9", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_10(Subject.CUSTOMERS, "custom_10", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_11(Subject.CUSTOMERS, "custom_11", Kind.TEXT, false, 200),
    CUSTOMER_CUSTOM_12(Subject.CUSTOMERS, "custom_12", Kind.TEXT, false, 200),
    CONTACT_CUSTOMER_CODE(Subject.CONTACTS, "customer_code", Kind.TEXT, true, 60),
    CONTACT_NAME(Subject.CONTACTS, "contact_name", Kind.TEXT, true, 200),
    CONTACT_FIRST_NAME(Subject.CONTACTS, "first_name", Kind.TEXT, false, 100),
    CONTACT_TITLE(Subject.CONTACTS, "title", Kind.TEXT, false, 60),
    CONTACT_POSITION(Subject.CONTACTS, "position", Kind.TEXT, false, 100),
    CONTACT_EMAIL(Subject.CONTACTS, "email", Kind.TEXT, false, 200),
    CONTACT_PHONE(Subject.CONTACTS, "phone", Kind.TEXT, false, 60),
    CONTACT_MOBILE(Subject.CONTACTS, "mobile", Kind.TEXT, false, 60),
    CONTACT_FAX(Subject.CONTACTS, "fax", Kind.TEXT, false, 60),
    CONTACT_FOR_COLLECTION(Subject.CONTACTS, "for_collection", Kind.FLAG, false, 20),
    ORDER_CUSTOMER_CODE(Subject.ORDERS, "customer_code", Kind.TEXT, true, 60),
    ORDER_NUMBER(Subject.ORDERS, "order_number", Kind.TEXT, true, 60),
    ORDER_DATE(Subject.ORDERS, "order_date", Kind.DATE, true, 0),
    ORDER_EXPECTED_DATE(Subject.ORDERS, "expected_date", Kind.DATE, false, 0),
    ORDER_AMOUNT(Subject.ORDERS, "order_amount", Kind.AMOUNT, true, 0),
    ORDER_CURRENCY(Subject.ORDERS, "currency", Kind.CURRENCY, false, 3),
    ORDER_DESCRIPTION(Subject.ORDERS, "description", Kind.TEXT, false, 500),
    SALES_CUSTOMER_CODE(Subject.SALES, "customer_code", Kind.TEXT, true, 60),
    SALES_MONTH(Subject.SALES, "month", Kind.MONTH, true, 0),
    SALES_AMOUNT(Subject.SALES, "sales", Kind.AMOUNT, true, 0),
    SALES_AMOUNT_NET(Subject.SALES, "sales_net", Kind.AMOUNT, false, 0),
    SALES_CURRENCY(Subject.SALES, "currency", Kind.CURRENCY, false, 3),
    USER_EMAIL(Subject.USERS, "user_email", Kind.TEXT, true, 200),
    USER_NAME(Subject.USERS, "user_name", Kind.TEXT, false, 200),
    USER_ROLE(Subject.USERS, "user_role", Kind.TEXT, false, 60),
    USER_CUSTOMER_CODES(Subject.USERS, "customer_codes", Kind.GROUPS, false, 20_000);

    /** What its values are. */
    public enum Kind {
        TEXT,
        DATE,
        /** A month, or any day of it. */
        MONTH,
        AMOUNT,
        CURRENCY,
        /** Type of an item in the words of the system it comes from. */
        KIND,
        FLAG,
        /** Debit or credit. */
        SIDE,
        COUNTRY,
        LANGUAGE,
        /** Names between commas. */
        GROUPS
    }

    private final Subject subject;
    private final String code;
    private final Kind kind;
    private final boolean required;
    private final int longest;

    Field(Subject subject, String code, Kind kind, boolean required, int longest) {
        this.subject = subject;
        this.code = code;
        this.kind = kind;
        this.required = required;
        this.longest = longest;
    }

    public Subject subject() {
        return subject;
    }

    /** Column of the ledger's table, if it is one; also the key of its name, {@code intake.field.<code>}. */
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public boolean required() {
        return required;
    }

    /** Fields of which one can stand in its place where it is required. */
    List<Field> substitutes() {
        return this == ITEM_AMOUNT ? List.of(ITEM_DEBIT, ITEM_CREDIT) : List.of();
    }

    /** Whether it, or what stands in its place, is among the fields. */
    public boolean isIn(Collection<Field> fields) {
        return fields.contains(this) || substitutes().stream().anyMatch(fields::contains);
    }

    /** Whether it is no column of the ledger but says how others are read. */
    boolean isAuxiliary() {
        return this == ITEM_DEBIT || this == ITEM_CREDIT || this == ITEM_SIDE;
    }

    /** Whether its values may be dates, of which it must be known whether the day or the month comes first. */
    public boolean isDated() {
        return kind == Kind.DATE || kind == Kind.MONTH;
    }

    /** Characters a value may have. */
    int longest() {
        return longest;
    }

    public static List<Field> of(Subject subject) {
        return Arrays.stream(values()).filter(field -> field.subject == subject).toList();
    }

    static Optional<Field> find(Subject subject, String code) {
        return of(subject).stream().filter(field -> field.code.equals(code)).findFirst();
    }
}
