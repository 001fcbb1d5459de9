package io.dunlin.ledger.indicator;

import io.dunlin.criteria.Catalogue;
import io.dunlin.criteria.IndicatorSource;
import io.dunlin.criteria.SavedSearches;
import io.dunlin.criteria.Selections;
import io.dunlin.criteria.SubjectTables;
import io.dunlin.criteria.web.Labels;
import io.dunlin.kernel.Right;
import io.dunlin.ledger.CodeOrder;
import io.dunlin.ledger.CustomFields;
import io.dunlin.ledger.CustomerColumns;
import io.dunlin.ledger.CustomerMatches;
import io.dunlin.ledger.Customers;
import io.dunlin.ledger.ExchangeRates;
import io.dunlin.ledger.FoundItems;
import io.dunlin.ledger.Groups;
import io.dunlin.ledger.ItemListColumns;
import io.dunlin.ledger.ItemMatches;
import io.dunlin.ledger.PaymentProfiles;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.Users;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The criteria of the ledger, without a Spring context. */
public final class LedgerCriteria {
    private LedgerCriteria() {}

    public static Catalogue catalogue(DSLContext sql, Clock clock, IndicatorSource... further) {
        var seen = new SeenValues(sql);
        var own = List.of(
                new CustomerIdentity(seen),
                new CustomerFigures(),
                new CustomerProfile(new PaymentProfiles(sql)),
                new CustomerPeople(new Groups(sql), new Users(sql, clock)),
                new CustomerTreatment(),
                new OwnFields(new CustomFields(sql)),
                new EntryDates(),
                new CollectionContacts(),
                new AttachedFiles(),
                new DebtorFigures(seen),
                new ItemFacts(new ExchangeRates(sql), new Companies(sql, clock)));
        return new Catalogue(Stream.concat(own.stream(), Stream.of(further)).toList());
    }

    public static Selections selections(Catalogue catalogue) {
        return new Selections(catalogue, tables(), List.of(), List.of());
    }

    public static SubjectTables tables() {
        return new LedgerTables();
    }

    public static CustomerMatches matches(DSLContext sql, Clock clock) {
        var searches = new SavedSearches(sql, new CurrentUser(), new Users(sql, clock));
        return new CustomerMatches(selections(catalogue(sql, clock)), searches, clock);
    }

    public static CustomerColumns columns(DSLContext sql, Clock clock) {
        var catalogue = catalogue(sql, clock);
        return columns(catalogue, Locale.ENGLISH);
    }

    /** For somebody who reads the language. */
    public static CustomerColumns columns(Catalogue catalogue, Locale language) {
        var labels = new Labels(new Texts(), () -> new Reader(language));
        return new CustomerColumns(catalogue, selections(catalogue), new CodeOrder(labels));
    }

    /** Somebody with all rights. */
    private record Reader(Locale language) implements Viewer {
        @Override
        public String name() {
            return "Anna";
        }

        @Override
        public boolean isSignedIn() {
            return true;
        }

        @Override
        public String dateFormat() {
            return "yyyy-MM-dd";
        }

        @Override
        public String theme() {
            return "light";
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Paris");
        }

        @Override
        public boolean may(Right right) {
            return true;
        }
    }

    public static ItemListColumns itemColumns(DSLContext sql, Clock clock, IndicatorSource... further) {
        var catalogue = catalogue(sql, clock, further);
        return new ItemListColumns(catalogue, selections(catalogue));
    }

    public static FoundItems items(DSLContext sql, Clock clock) {
        var searches = new SavedSearches(sql, new CurrentUser(), new Users(sql, clock));
        return new FoundItems(
                sql,
                new ItemMatches(selections(catalogue(sql, clock)), searches, clock),
                itemColumns(sql, clock),
                clock);
    }

    public static Customers customers(DSLContext sql, Clock clock) {
        return new Customers(sql, matches(sql, clock), columns(sql, clock));
    }
}
