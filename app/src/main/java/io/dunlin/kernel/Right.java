package io.dunlin.kernel;

/** What a user may be allowed to do; which role has which right is a table in the module {@code tenancy}. Codes are stored: never rename. */
public enum Right {
    /** See the Overview. */
    SEE_OVERVIEW,
    /** See all reports. */
    SEE_REPORTS,
    /** See customers, their items and contacts; search. */
    SEE_CUSTOMERS,
    /** Take lists and accounts of customers out as files. */
    EXPORT,
    /** Take reports out as files. */
    EXPORT_REPORTS,
    /** Comment and set statuses. */
    COMMENT,
    /** Work: edit customers and contacts, start collection. */
    COLLECT,
    /** Load files. Also granted user by user. */
    IMPORT,
    /** Set up payment profiles, groups, custom fields, rates and other rules of the work. */
    CONFIGURE,
    /** Create and change users. */
    MANAGE_USERS,
    /** Change companies, see the audit trail, set up security. */
    ADMINISTER
}
