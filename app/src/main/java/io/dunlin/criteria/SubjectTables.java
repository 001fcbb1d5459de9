package io.dunlin.criteria;

import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Table;

/** Where the subjects stand in the database; implemented once, by the module that owns them. */
public interface SubjectTables {
    /** The table with one row for each subject. */
    Map<Subject, Table<?>> tables();

    /** The ways between these tables and those beside them. */
    List<Link> links();

    /** The text in the form in which it is compared; the twin of {@link io.dunlin.kernel.SearchKey}. */
    Field<String> folded(Field<String> text);
}
