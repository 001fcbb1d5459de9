package io.dunlin.intake;

import io.dunlin.ledger.CustomerRow;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads customers. A value that is missing leaves what the ledger has. */
final class CustomerReader extends RowReader<CustomerRow> {
    private static final Field[] CUSTOM = CustomFields.from(Field.CUSTOMER_CUSTOM_1);
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    CustomerReader(Mapping mapping, List<String> headers) {
        super(mapping, headers);
    }

    @Override
    CustomerRow read(Cells cells) {
        return new CustomerRow(
                cells.number(),
                cells.requiredText(Field.CUSTOMER_CODE),
                cells.requiredText(Field.CUSTOMER_NAME),
                cells.text(Field.CUSTOMER_TRADING_NAME),
                cells.text(Field.CUSTOMER_LEGAL_ID),
                cells.text(Field.CUSTOMER_VAT_NUMBER),
                cells.text(Field.CUSTOMER_BUSINESS_LINE),
                cells.text(Field.CUSTOMER_WEBSITE),
                cells.text(Field.CUSTOMER_ADDRESS),
                cells.text(Field.CUSTOMER_POST_BOX),
                cells.text(Field.CUSTOMER_ZIP),
                cells.text(Field.CUSTOMER_CITY),
                cells.text(Field.CUSTOMER_STATE),
                country(cells),
                cells.text(Field.CUSTOMER_PHONE),
                language(cells),
                cells.text(Field.CUSTOMER_PAYMENT_TERMS),
                cells.text(Field.CUSTOMER_PAYMENT_MEANS),
                cells.text(Field.CUSTOMER_PARENT_NUMBER),
                Flags.read(cells, Field.CUSTOMER_BLOCKED),
                cells.text(Field.CUSTOMER_COMMENT),
                groups(cells),
                CustomFields.read(CUSTOM, cells),
                cells.text(Field.CUSTOMER_COLLECTOR));
    }

    private static @Nullable String country(Cells cells) {
        var text = cells.raw(Field.CUSTOMER_COUNTRY);
        if (text.isEmpty()) {
            return null;
        }
        var country = Countries.read(text);
        if (country == null) {
            cells.fail(Field.CUSTOMER_COUNTRY, "intake.row.badCountry");
        }
        return country;
    }

    private static @Nullable String language(Cells cells) {
        var text = cells.raw(Field.CUSTOMER_LANGUAGE);
        if (text.isEmpty()) {
            return null;
        }
        var code = text.toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(code.substring(0, Math.min(2, code.length())))) {
            cells.fail(Field.CUSTOMER_LANGUAGE, "intake.row.badLanguage");
            return null;
        }
        return code.substring(0, 2);
    }

    private static @Nullable List<String> groups(Cells cells) {
        var text = cells.text(Field.CUSTOMER_GROUPS);
        return text == null
                ? null
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }
}
