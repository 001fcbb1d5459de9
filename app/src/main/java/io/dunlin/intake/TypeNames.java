package io.dunlin.intake;

import static io.dunlin.ledger.ItemKind.ADJUSTMENT;
import static io.dunlin.ledger.ItemKind.CREDIT_NOTE;
import static io.dunlin.ledger.ItemKind.DOWN_PAYMENT_REQUEST;
import static io.dunlin.ledger.ItemKind.DRAFT;
import static io.dunlin.ledger.ItemKind.INVOICE;
import static io.dunlin.ledger.ItemKind.PAYMENT;

import io.dunlin.ledger.ItemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types of items in the words of accounting systems, English and French. */
final class TypeNames {
    private static final Map<String, ItemKind> KNOWN = new HashMap<>();

    static {
        know(
                INVOICE,
                List.of("inv", "invoice", "fac", "fa", "fact", "facture", "fc", "rv", "dr", "debit", "debitnote"));
        know(
                CREDIT_NOTE,
                List.of("crn", "cn", "cr", "creditnote", "credit", "creditmemo", "avo", "av", "avoir", "notedecredit"));
        know(
                PAYMENT,
                List.of(
                        "rgl",
                        "pay",
                        "pmt",
                        "payment",
                        "paiement",
                        "reglement",
                        "rg",
                        "dz",
                        "receipt",
                        "encaissement",
                        "unallocatedpayment"));
        know(
                ADJUSTMENT,
                List.of(
                        "odi",
                        "od",
                        "misc",
                        "adj",
                        "adjustment",
                        "operationdiverse",
                        "operationsdiverses",
                        "ajustement"));
        know(
                DRAFT,
                List.of(
                        "trt",
                        "traite",
                        "draft",
                        "lcr",
                        "billofexchange",
                        "effet",
                        "effetderecevoir",
                        "effetarecevoir"));
        know(
                DOWN_PAYMENT_REQUEST,
                List.of("dpa", "dp", "downpaymentrequest", "downpayment", "demandedacompte", "acompte", "proforma"));
    }

    private TypeNames() {}

    /** Letters and digits in lower case without accents. */
    static String normal(String type) {
        return HeaderNames.normal(type);
    }

    static Optional<ItemKind> known(String normalType) {
        return Optional.ofNullable(KNOWN.get(normalType));
    }

    private static void know(ItemKind kind, List<String> names) {
        for (var name : names) {
            KNOWN.put(name, kind);
        }
        KNOWN.put(normal(kind.name()), kind);
    }
}
