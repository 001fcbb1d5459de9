package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import io.dunlin.ledger.LoadUndo;
import io.dunlin.tenancy.Companies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the last import of a company. */
@Component
public class UndoImport {
    private final Imports imports;
    private final ImportProgress progress;
    private final LoadUndo ledger;
    private final Companies companies;

    public UndoImport(Imports imports, ImportProgress progress, LoadUndo ledger, Companies companies) {
        this.imports = imports;
        this.progress = progress;
        this.ledger = ledger;
        this.companies = companies;
    }

    /** Refused as soon as another file has been applied to the company. */
    @Transactional
    public void undo(ImportId id) {
        var company = companies.get(imports.get(id).company());
        progress.lock(company.id());
        if (imports.undoable(company.id()).filter(id::equals).isEmpty()) {
            throw new Rejected("intake.undo.tooLate");
        }
        switch (imports.get(id).subject()) {
            case ITEMS -> ledger.undoItems(id.value(), company);
            case CUSTOMERS -> ledger.undoCustomers(id.value(), company);
            case CONTACTS -> ledger.undoContacts(id.value());
        }
        progress.undone(id);
    }
}
