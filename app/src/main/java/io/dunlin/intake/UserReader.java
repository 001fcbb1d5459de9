package io.dunlin.intake;

import io.dunlin.ledger.PortfolioRow;
import io.dunlin.tenancy.Role;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads users with the customers they look after: one in each row, or several codes between commas. */
final class UserReader extends RowReader<PortfolioRow> {
    UserReader(Mapping mapping, List<String> headers) {
        super(mapping, headers);
    }

    @Override
    PortfolioRow read(Cells cells) {
        cells.requiredText(Field.USER_EMAIL);
        var email = Emails.read(cells, Field.USER_EMAIL);
        return new PortfolioRow(
                cells.number(), email == null ? "" : email, cells.text(Field.USER_NAME), role(cells), codes(cells));
    }

    private static @Nullable Role role(Cells cells) {
        var text = cells.text(Field.USER_ROLE);
        if (text == null) {
            return null;
        }
        var role = RoleNames.read(text);
        if (role == null) {
            cells.fail(Field.USER_ROLE, "intake.row.badRole");
        } else if (role == Role.ADMINISTRATOR) {
            cells.fail(Field.USER_ROLE, "intake.row.administrator");
        }
        return role;
    }

    private static List<String> codes(Cells cells) {
        var text = cells.text(Field.USER_CUSTOMER_CODES);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,;\\n]"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList();
    }
}
