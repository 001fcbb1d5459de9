package io.dunlin.tenancy;

import static io.dunlin.kernel.Right.ADMINISTER;
import static io.dunlin.kernel.Right.COLLECT;
import static io.dunlin.kernel.Right.COMMENT;
import static io.dunlin.kernel.Right.CONFIGURE;
import static io.dunlin.kernel.Right.EXPORT;
import static io.dunlin.kernel.Right.EXPORT_REPORTS;
import static io.dunlin.kernel.Right.IMPORT;
import static io.dunlin.kernel.Right.MANAGE_USERS;
import static io.dunlin.kernel.Right.SEE_CUSTOMERS;
import static io.dunlin.kernel.Right.SEE_OVERVIEW;
import static io.dunlin.kernel.Right.SEE_REPORTS;

import io.dunlin.kernel.Right;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The table of roles and rights. {@link Right#IMPORT} can also be granted to a single user. */
public final class RoleRights {
    private static final Map<Role, Set<Right>> TABLE = table();

    private RoleRights() {}

    public static Set<Right> of(Role role) {
        return TABLE.getOrDefault(role, Set.of());
    }

    private static Map<Role, Set<Right>> table() {
        var guest = Set.of(SEE_OVERVIEW, SEE_REPORTS);
        var reader = plus(guest, SEE_CUSTOMERS, EXPORT_REPORTS);
        var sales = plus(reader, EXPORT, COMMENT);
        var collector = plus(sales, COLLECT);
        var manager = plus(collector, IMPORT, CONFIGURE, MANAGE_USERS);
        var table = new EnumMap<Role, Set<Right>>(Role.class);
        table.put(Role.GUEST, guest);
        table.put(Role.EXECUTIVE_OFFICER, reader);
        table.put(Role.FINANCIAL_CONTROLLER, reader);
        table.put(Role.SALES_ADMINISTRATION, reader);
        table.put(Role.SALES_MANAGER, sales);
        table.put(Role.COLLECTOR, collector);
        table.put(Role.CREDIT_MANAGER, manager);
        table.put(Role.ADMINISTRATOR, plus(manager, ADMINISTER));
        return table;
    }

    private static Set<Right> plus(Set<Right> fewer, Right... more) {
        var all = EnumSet.copyOf(fewer);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }
}
