package io.dunlin.ledger;

import static io.dunlin.ledger.tables.Contact.CONTACT;
import static org.jooq.impl.DSL.select;

import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.CurrentTenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people at customers. As soon as an account has people, one of them is the one for collection. */
@Component
public class Contacts {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final DSLContext sql;
    private final SearchWords words;

    public Contacts(DSLContext sql) {
        this.sql = sql;
        this.words = new SearchWords(sql);
    }

    /** The one for collection first, then by name. */
    @Transactional(readOnly = true)
    public List<Contact> of(CustomerId customer) {
        return sql.selectFrom(CONTACT)
                .where(whose(customer))
                .orderBy(CONTACT.FOR_COLLECTION.desc(), CONTACT.NAME, CONTACT.ID)
                .fetch(row -> new Contact(
                        row.get(CONTACT.ID),
                        row.get(CONTACT.NAME),
                        row.get(CONTACT.FIRST_NAME),
                        row.get(CONTACT.TITLE),
                        row.get(CONTACT.POSITION),
                        row.get(CONTACT.EMAIL),
                        row.get(CONTACT.PHONE),
                        row.get(CONTACT.MOBILE),
                        row.get(CONTACT.FAX),
                        row.get(CONTACT.FOR_COLLECTION)));
    }

    @Transactional
    public void add(CustomerId customer, Contact contact) {
        check(contact);
        sql.insertInto(CONTACT)
                .set(CONTACT.TENANT_ID, CurrentTenant.id())
                .set(CONTACT.CUSTOMER_ID, customer)
                .set(values(contact))
                .execute();
        promoteOne(customer);
        words.renew(customer);
    }

    @Transactional
    public void change(CustomerId customer, Contact contact) {
        check(contact);
        var changed = sql.update(CONTACT)
                .set(values(contact))
                .where(whose(customer))
                .and(CONTACT.ID.eq(contact.id()))
                .execute();
        if (changed == 0) {
            throw new NotFound("Contact", contact.id());
        }
        words.renew(customer);
    }

    @Transactional
    public void remove(CustomerId customer, long id) {
        sql.deleteFrom(CONTACT).where(whose(customer)).and(CONTACT.ID.eq(id)).execute();
        promoteOne(customer);
    }

    /** This person receives the reminders from now on, and nobody else of the account. */
    @Transactional
    public void markForCollection(CustomerId customer, long id) {
        // Two statements: the unique index is checked row by row.
        sql.update(CONTACT)
                .set(CONTACT.FOR_COLLECTION, false)
                .where(whose(customer))
                .and(CONTACT.FOR_COLLECTION)
                .execute();
        sql.update(CONTACT)
                .set(CONTACT.FOR_COLLECTION, true)
                .where(whose(customer))
                .and(CONTACT.ID.eq(id))
                .execute();
        promoteOne(customer);
    }

    private void promoteOne(CustomerId customer) {
        var marked = CONTACT.as("marked");
        var first = CONTACT.as("first");
        sql.update(CONTACT)
                .set(CONTACT.FOR_COLLECTION, true)
                .where(whose(customer))
                .and(CONTACT.ID.eq(select(org.jooq.impl.DSL.min(first.ID))
                        .from(first)
                        .where(first.TENANT_ID.eq(CurrentTenant.id()))
                        .and(first.CUSTOMER_ID.eq(customer))))
                .andNotExists(select(marked.ID)
                        .from(marked)
                        .where(marked.TENANT_ID.eq(CurrentTenant.id()))
                        .and(marked.CUSTOMER_ID.eq(customer))
                        .and(marked.FOR_COLLECTION))
                .execute();
    }

    private static Condition whose(CustomerId customer) {
        return CONTACT.TENANT_ID.eq(CurrentTenant.id()).and(CONTACT.CUSTOMER_ID.eq(customer));
    }

    private static Map<Field<?>, @Nullable Object> values(Contact contact) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(CONTACT.NAME, contact.name());
        values.put(CONTACT.FIRST_NAME, contact.firstName());
        values.put(CONTACT.TITLE, contact.title());
        values.put(CONTACT.POSITION, contact.position());
        values.put(CONTACT.EMAIL, contact.email());
        values.put(CONTACT.PHONE, contact.phone());
        values.put(CONTACT.MOBILE, contact.mobile());
        values.put(CONTACT.FAX, contact.fax());
        return values;
    }

    private static void check(Contact contact) {
        if (contact.name().isBlank()) {
            throw new Rejected("ledger.contacts.nameMissing");
        }
        if (contact.email() != null && !EMAIL.matcher(contact.email()).matches()) {
            throw new Rejected("ledger.contacts.emailWrong", contact.email());
        }
    }
}
