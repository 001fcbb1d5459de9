package io.dunlin.criteria.alerts;

import io.dunlin.criteria.Subject;
import io.dunlin.criteria.SubjectTables;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.CompanyId;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The columns of customers that every module may know. */
@Component
class CustomerTable {
    private final SubjectTables tables;

    CustomerTable(SubjectTables tables) {
        this.tables = tables;
    }

    Field<Long> id() {
        return column("id").coerce(SQLDataType.BIGINT);
    }

    Field<String> text(String column) {
        return column(column).coerce(SQLDataType.CLOB);
    }

    @SuppressWarnings("unchecked") // Generated so.
    Condition isOf(Company company) {
        return ((Field<CompanyId>) column("company_id")).eq(company.id());
    }

    private Field<?> column(String name) {
        var customers = Objects.requireNonNull(tables.tables().get(Subject.CUSTOMER));
        return Objects.requireNonNull(customers.field(name));
    }
}
