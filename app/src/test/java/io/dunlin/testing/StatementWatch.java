package io.dunlin.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Listens to every statement of the test run and fails the one that reads or writes a tenant table without naming the
 * tenant itself. Row security would still hide foreign rows, but a statement without the tenant cannot be routed to one node.
 */
public final class StatementWatch {
    /** Tables that belong to no tenant: they are read before there is one. */
    private static final Pattern TENANT_TABLE = Pattern.compile(
            "\"?\\b(ledger|intake|tenancy|jobs)\"?\\.\"?(?!login\\b|sign_in_failure\\b|one_time_link\\b|session\\b|session_attributes\\b|scheduled_task\\b|tenant_number\\b|protect\\b)(\\w+)\\b(?!\"?\\()",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMES_TENANT = Pattern.compile("\"?tenant_id\"?", Pattern.CASE_INSENSITIVE);

    private StatementWatch() {}

    public static DataSource on(DataSource watched) {
        return wrap(DataSource.class, watched);
    }

    static void check(String statement) {
        if (TENANT_TABLE.matcher(statement).find()
                && !NAMES_TENANT.matcher(statement).find()) {
            throw new AssertionError("This statement does not name the tenant: " + statement);
        }
    }

    private static <T> T wrap(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                StatementWatch.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (arguments != null
                            && arguments.length > 0
                            && arguments[0] instanceof String statement
                            && (method.getName().startsWith("prepare")
                                    || method.getName().startsWith("execute"))) {
                        check(statement);
                    }
                    Object result;
                    try {
                        result = method.invoke(target, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                    if (result instanceof Connection connection
                            && method.getName().equals("getConnection")) {
                        return wrap(Connection.class, connection);
                    }
                    return result instanceof Statement plain && method.getName().equals("createStatement")
                            ? wrap(Statement.class, plain)
                            : result;
                }));
    }
}
