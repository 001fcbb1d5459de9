package io.dunlin.reporting;

import io.dunlin.tenancy.Company;
import io.dunlin.web.Flag;
import java.util.Collection;
import java.util.Map;

/**
 * The marks that stand beside the names of customers, as of now. The module that knows customers implements it; whoever lists customers
 * asks once for all of a page.
 */
public interface CustomerMarks {
    /** By the code of the customer; none for codes that the company does not have. */
    Map<String, Flag> of(Company company, Collection<String> codes);
}
