package io.dunlin.intake;

import io.dunlin.tenancy.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Roles as they stand in files: the codes, and the names in English and French. */
final class RoleNames {
    private static final Map<String, Role> KNOWN = new HashMap<>();

    static {
        know(Role.ADMINISTRATOR, List.of("administrator", "admin", "administrateur", "administratrice"));
        know(Role.CREDIT_MANAGER, List.of("creditmanager", "credit", "responsablecredit", "responsablecreditclient"));
        know(
                Role.COLLECTOR,
                List.of(
                        "collector",
                        "chargederecouvrement",
                        "chargeederecouvrement",
                        "chargerecouvrement",
                        "recouvreur",
                        "agentderecouvrement"));
        know(
                Role.SALES_MANAGER,
                List.of("salesmanager", "sales", "responsablecommercial", "responsablecommerciale", "commercial"));
        know(
                Role.SALES_ADMINISTRATION,
                List.of("salesadministration", "salesadministrator", "administrationdesventes", "adv"));
        know(
                Role.FINANCIAL_CONTROLLER,
                List.of("financialcontroller", "controller", "controleurfinancier", "controleusefinanciere"));
        know(Role.EXECUTIVE_OFFICER, List.of("executiveofficer", "executive", "dirigeant", "dirigeante", "direction"));
        know(Role.GUEST, List.of("guest", "invite", "invitee"));
    }

    private RoleNames() {}

    /** Null for anything else. */
    static @Nullable Role read(String text) {
        return KNOWN.get(HeaderNames.normal(text));
    }

    private static void know(Role role, List<String> names) {
        names.forEach(name -> KNOWN.put(name, role));
        KNOWN.put(HeaderNames.normal(role.name()), role);
    }
}
