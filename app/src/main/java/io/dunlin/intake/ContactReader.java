package io.dunlin.intake;

import io.dunlin.ledger.ContactRow;
import java.util.List;

/** Reads contacts. */
final class ContactReader extends RowReader<ContactRow> {
    ContactReader(Mapping mapping, List<String> headers) {
        super(mapping, headers);
    }

    @Override
    ContactRow read(Cells cells) {
        return new ContactRow(
                cells.number(),
                cells.requiredText(Field.CONTACT_CUSTOMER_CODE),
                cells.requiredText(Field.CONTACT_NAME),
                cells.text(Field.CONTACT_FIRST_NAME),
                cells.text(Field.CONTACT_TITLE),
                cells.text(Field.CONTACT_POSITION),
                Emails.read(cells, Field.CONTACT_EMAIL),
                cells.text(Field.CONTACT_PHONE),
                cells.text(Field.CONTACT_MOBILE),
                cells.text(Field.CONTACT_FAX),
                Boolean.TRUE.equals(Flags.read(cells, Field.CONTACT_FOR_COLLECTION)));
    }
}
