package io.dunlin.ledger.web;

import io.dunlin.ledger.CustomerFile;
import io.dunlin.ledger.CustomerFiles;
import io.dunlin.tenancy.Companies;
import io.dunlin.tenancy.CompanyId;
import org.springframework.stereotype.Component;

/** The customers that files belong to. */
@Component
class FileCustomers {
    private final Companies companies;
    private final CustomerFiles files;

    FileCustomers(Companies companies, CustomerFiles files) {
        this.companies = companies;
        this.files = files;
    }

    CustomerFile get(CompanyId company, String code) {
        return files.get(companies.get(company), code);
    }
}
