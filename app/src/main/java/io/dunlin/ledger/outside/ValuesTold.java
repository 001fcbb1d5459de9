package io.dunlin.ledger.outside;

import io.dunlin.tenancy.Company;

/** Something new was told of customers of the company; published in the transaction that writes it down. */
public record ValuesTold(Company company) {}
