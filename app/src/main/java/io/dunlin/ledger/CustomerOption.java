package io.dunlin.ledger;

import static io.dunlin.ledger.tables.CustomerOption.CUSTOMER_OPTION;

import java.util.Arrays;
import java.util.Optional;
import org.jooq.TableField;

/** How a customer is treated, on or off. Stored in rules by code: never rename. */
public enum CustomerOption {
    /** Reminders by e-mail have a link with which the customer answers item by item. */
    INTERACTIVE_EMAILS("interactiveEmails", CUSTOMER_OPTION.INTERACTIVE_EMAILS),
    /** Interest on late payment is claimed. */
    LATE_PAYMENT_PENALTIES("latePaymentPenalties", CUSTOMER_OPTION.LATE_PAYMENT_PENALTIES),
    /** The lump sum for the cost of recovery is claimed. */
    RECOVERY_COST("recoveryCost", CUSTOMER_OPTION.RECOVERY_COST),
    /** Answers to e-mails are filed with the customer. */
    REPLY_CAPTURE("replyCapture", CUSTOMER_OPTION.REPLY_CAPTURE);

    private final String code;
    private final TableField<?, Boolean> column;

    CustomerOption(String code, TableField<?, Boolean> column) {
        this.code = code;
        this.column = column;
    }

    public String code() {
        return code;
    }

    /** False in all rows where it was never set. */
    public TableField<?, Boolean> column() {
        return column;
    }

    public String textKey() {
        return "ledger.option." + code;
    }

    public static Optional<CustomerOption> find(String code) {
        return Arrays.stream(values())
                .filter(option -> option.code.equals(code))
                .findFirst();
    }
}
