package io.dunlin.tenancy;

/** What a user is in the company; {@link RoleRights} says what each may do. Names are stored: never rename. */
public enum Role {
    ADMINISTRATOR,
    CREDIT_MANAGER,
    COLLECTOR,
    SALES_MANAGER,
    SALES_ADMINISTRATION,
    FINANCIAL_CONTROLLER,
    EXECUTIVE_OFFICER,
    GUEST;

    /** Key of its name in the message bundles. */
    public String textKey() {
        return "tenancy.role." + name();
    }
}
