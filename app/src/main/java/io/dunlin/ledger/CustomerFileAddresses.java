package io.dunlin.ledger;

import io.dunlin.criteria.alerts.CustomerAddresses;
import io.dunlin.tenancy.Company;
import org.springframework.stereotype.Component;

/** Leads from alerts to the files of their customers. */
@Component
class CustomerFileAddresses implements CustomerAddresses {
    @Override
    public String address(Company company, String code) {
        return CustomerAddress.of(company.code(), code);
    }
}
