package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.LoadUndo;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.tenancy.Companies;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the last import of a company. */
@Component
public class UndoImport {
    private final Imports imports;
    private final ImportProgress progress;
    private final LoadUndo ledger;
    private final Companies companies;
    private final AuditTrail audit;

    public UndoImport(
            Imports imports, ImportProgress progress, LoadUndo ledger, Companies companies, AuditTrail audit) {
        this.imports = imports;
        this.progress = progress;
        this.ledger = ledger;
        this.companies = companies;
        this.audit = audit;
    }

    /** Refused as soon as another file has been applied to the company. */
    @Transactional
    public void undo(ImportId id) {
        var order = imports.get(id);
        SubjectRights.refuseUnlessAllowed(order.subject());
        var company = companies.get(order.company());
        progress.lock(company.id());
        if (imports.undoable(company.id()).filter(id::equals).isEmpty()) {
            throw new Rejected("intake.undo.tooLate");
        }
        switch (order.subject()) {
            case ITEMS -> ledger.undoItems(id.value(), company);
            case CUSTOMERS -> ledger.undoCustomers(id.value(), company);
            case CONTACTS -> ledger.undoContacts(id.value());
            case ORDERS -> ledger.undoOrders(id.value(), company);
            case SALES -> ledger.undoSales(id.value(), company);
            case USERS -> ledger.undoUsers(id.value());
        }
        progress.undone(id);
        audit.record("import.undone", order.fileName(), Map.of("import", id.value()));
    }
}
