package io.dunlin.ledger.search;

import io.dunlin.kernel.Right;
import io.dunlin.ledger.ProfileFlags;
import io.dunlin.ledger.SamplePortfolio;
import io.dunlin.ledger.SearchWords;
import io.dunlin.tenancy.TenantId;
import io.dunlin.testing.TestLedger;
import io.dunlin.web.SearchHit;
import io.dunlin.web.SearchQuery;
import io.dunlin.web.SearchSource;
import io.dunlin.web.Texts;
import io.dunlin.web.Viewer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A test ledger that is searched. */
final class SearchingLedger implements AutoCloseable {
    final TestLedger ledger = new TestLedger("2026-11-22");
    final SamplePortfolio portfolio = new SamplePortfolio(ledger);
    final SearchWords words = new SearchWords(ledger.sql());
    private final Hits hits = new Hits(new Subjects(ledger.sql()));
    private final CustomerSource customers =
            new CustomerSource(ledger.sql(), hits, new ProfileFlags(ledger.sql(), new Texts(), Reader::new));
    private final ContactSource contacts = new ContactSource(ledger.sql(), hits);
    private final ItemSource items =
            new ItemSource(ledger.sql(), new ItemRanges(ledger.sql()), Reader::new, new Texts());

    void renew() {
        renew(ledger.tenant());
    }

    void renew(TenantId tenant) {
        ledger.as(tenant, () -> {
            words.renew();
            return true;
        });
    }

    List<String> customers(String typed) {
        return titles(customers, typed, ledger.tenant());
    }

    List<String> customers(String typed, TenantId tenant) {
        return titles(customers, typed, tenant);
    }

    List<String> contacts(String typed) {
        return titles(contacts, typed, ledger.tenant());
    }

    List<String> items(String typed) {
        return titles(items, typed, ledger.tenant());
    }

    List<SearchHit> itemHits(String typed) {
        return ledger.inTenant(() -> items.find(SearchQuery.of(typed), 25));
    }

    private List<String> titles(SearchSource source, String typed, TenantId tenant) {
        return ledger.as(tenant, () -> source.find(SearchQuery.of(typed), 25)).stream()
                .map(SearchHit::title)
                .toList();
    }

    @Override
    public void close() {
        ledger.close();
    }

    /** Reads English and may see everything. */
    private record Reader() implements Viewer {
        @Override
        public String name() {
            return "Claire";
        }

        @Override
        public boolean isSignedIn() {
            return true;
        }

        @Override
        public Locale language() {
            return Locale.ENGLISH;
        }

        @Override
        public String dateFormat() {
            return "dd/MM/yyyy";
        }

        @Override
        public String theme() {
            return "auto";
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
}
