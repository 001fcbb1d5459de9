package io.dunlin.ledger.report;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.dunlin.ledger.CustomerId;
import io.dunlin.ledger.tables.Customer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/** What a report by period adds up: rows of sums by customer, one for each period or one for all, named {@value #ALIAS}, and the figures made of them. */
interface Entries {
    String ALIAS = "entry";
    Field<CustomerId> CUSTOMER_ID = field(name(ALIAS, "customer_id"), Customer.CUSTOMER.ID.getDataType());

    /** Null in all rows where nobody groups by it. */
    Field<String> SALES_MANAGER = field(name(ALIAS, "sales_manager"), SQLDataType.CLOB);

    /** Null where a row has a sum for each period. */
    Field<LocalDate> PERIOD = field(name(ALIAS, "period"), SQLDataType.LOCALDATE);

    /** The rows: the columns above and sums. */
    Select<?> rows();

    /** What a line stands for. */
    GroupBy by();

    /** The sums that a row has, by the names of their columns. */
    List<String> sums();

    /** What is worked out of the rows of a line, or of all together. */
    List<Figure> figures();

    /** Whether a line has anything to show. Those that have not still count in the totals. */
    Condition isWorthALine();

    /** Key of the figure by which lines are ordered when nothing is asked for, the largest first. */
    String mainFigure();

    static Field<BigDecimal> sum(String column) {
        return field(name(ALIAS, column), BigDecimal.class);
    }
}
