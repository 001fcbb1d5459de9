package io.dunlin.criteria.alerts;

import io.dunlin.tenancy.Company;

/** Where the file of a customer is opened; implemented once, by the module that owns customers. */
public interface CustomerAddresses {
    String address(Company company, String code);
}
