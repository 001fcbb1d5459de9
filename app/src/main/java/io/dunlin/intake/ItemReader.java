package io.dunlin.intake;

import io.dunlin.ledger.ItemKind;
import io.dunlin.ledger.ItemRow;
import io.dunlin.tenancy.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads items.
 *
 * <ul>
 *   <li>Without a type a positive amount is an invoice and a negative one a payment.
 *   <li>An amount may stand in two columns, debit and credit; or a column says on which side it is. Credit is negative.
 *   <li>Credit notes and payments are owed by the company: where the file writes them positive they are turned negative, the
 *       open amount with them.
 *   <li>Without an open amount the whole original amount is open, or nothing where there is a payment date. A payment date
 *       beside an open amount contradicts itself and is refused.
 *   <li>Without a currency it is the one that stands beside the amount, else the company's.
 * </ul>
 */
final class ItemReader extends RowReader<ItemRow> {
    private static final Field[] CUSTOM = CustomFields.from(Field.ITEM_CUSTOM_1);

    private final Map<String, ItemKind> kinds;
    /** Types as they stand in the file, so that each is normalised once. */
    private final Map<String, ItemKind> seen = new HashMap<>();

    private final String companyCurrency;

    ItemReader(Mapping mapping, List<String> headers, Company company) {
        super(mapping, headers);
        kinds = mapping.kinds();
        companyCurrency = company.currency().getCurrencyCode();
    }

    @Override
    ItemRow read(Cells cells) {
        var code = cells.requiredText(Field.ITEM_CUSTOMER_CODE);
        var number = cells.requiredText(Field.ITEM_NUMBER);
        var issued = cells.requiredDate(Field.ITEM_ISSUE_DATE);
        var stated = amount(cells);
        var type = cells.text(Field.ITEM_TYPE);
        var kind = type == null ? kindBySign(isCredit(cells) ? stated.abs().negate() : stated) : kind(type, cells);
        var turned =
                stated.signum() > 0 && (kind == ItemKind.CREDIT_NOTE || kind == ItemKind.PAYMENT || isCredit(cells));
        var original = turned ? stated.negate() : stated;
        // The other amounts of a credit in a column of its own are written without a minus too.
        var negative = turned || (original.signum() < 0 && !cells.has(Field.ITEM_AMOUNT));
        var clearedOn = cells.date(Field.ITEM_PAYMENT_DATE);
        return new ItemRow(
                cells.number(),
                code,
                cells.text(Field.ITEM_CUSTOMER_NAME),
                kind,
                number,
                cells.text(Field.ITEM_UNIQUE_ID),
                Currencies.of(cells, Field.ITEM_CURRENCY, Field.ITEM_AMOUNT, companyCurrency),
                original,
                signed(cells.amount(Field.ITEM_AMOUNT_NET), negative),
                open(cells, original, negative, clearedOn),
                issued,
                cells.date(Field.ITEM_DUE_DATE),
                cells.date(Field.ITEM_ORDER_DATE),
                clearedOn,
                cells.text(Field.ITEM_PURCHASE_ORDER),
                cells.text(Field.ITEM_FILE_NUMBER),
                cells.text(Field.ITEM_BUSINESS_CASE),
                type,
                cells.text(Field.ITEM_SALES_MANAGER),
                cells.text(Field.ITEM_SALES_ADMINISTRATION),
                CustomFields.read(CUSTOM, cells));
    }

    private static BigDecimal amount(Cells cells) {
        if (cells.has(Field.ITEM_AMOUNT)) {
            return cells.requiredAmount(Field.ITEM_AMOUNT);
        }
        var debit = cells.amount(Field.ITEM_DEBIT);
        var credit = cells.amount(Field.ITEM_CREDIT);
        if (debit == null && credit == null) {
            cells.fail(cells.has(Field.ITEM_DEBIT) ? Field.ITEM_DEBIT : Field.ITEM_CREDIT, "intake.row.missing");
            return BigDecimal.ZERO;
        }
        return zeroFor(debit).subtract(zeroFor(credit));
    }

    private static BigDecimal zeroFor(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    private static boolean isCredit(Cells cells) {
        var text = cells.raw(Field.ITEM_SIDE);
        if (text.isEmpty()) {
            return false;
        }
        var credit = Sides.isCredit(text);
        if (credit == null) {
            cells.fail(Field.ITEM_SIDE, "intake.row.badSide");
        }
        return Boolean.TRUE.equals(credit);
    }

    private static ItemKind kindBySign(BigDecimal amount) {
        return amount.signum() < 0 ? ItemKind.PAYMENT : ItemKind.INVOICE;
    }

    private ItemKind kind(String type, Cells cells) {
        var known = seen.get(type);
        if (known == null) {
            var name = TypeNames.normal(type);
            known = kinds.get(name);
            if (known == null) {
                known = TypeNames.known(name).orElse(null);
            }
            if (known == null) {
                cells.fail(Field.ITEM_TYPE, "intake.row.unknownType");
                return ItemKind.INVOICE;
            }
            // Bounded: only types that somebody has given a meaning get here.
            seen.put(type, known);
        }
        return known;
    }

    private static BigDecimal open(Cells cells, BigDecimal original, boolean turned, @Nullable LocalDate clearedOn) {
        var stated = cells.amount(Field.ITEM_OPEN_AMOUNT);
        if (clearedOn != null) {
            if (stated != null && stated.signum() != 0) {
                cells.fail(Field.ITEM_OPEN_AMOUNT, "intake.row.paidButOpen", cells.raw(Field.ITEM_PAYMENT_DATE));
            }
            return BigDecimal.ZERO;
        }
        return stated == null ? original : turned && stated.signum() > 0 ? stated.negate() : stated;
    }

    private static @Nullable BigDecimal signed(@Nullable BigDecimal amount, boolean turned) {
        return amount != null && turned && amount.signum() > 0 ? amount.negate() : amount;
    }
}
