package io.dunlin.ledger;

import io.dunlin.kernel.Right;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A tab of the customer file. To add one, add one class that implements this in the module whose data it shows, with its
 * template beside it; the file finds it.
 *
 * <p>The template gets {@code page}, {@code file} ({@link CustomerFile}), {@code tabs} ({@link CustomerTabs}) and what
 * {@link #show} answers, and wraps itself in {@code @template.io.dunlin.ledger.web.customerFile}.
 */
public interface CustomerPanel {
    /** Stable name: last part of the address. */
    String code();

    /** Key of its title. */
    String label();

    /** Smaller stands further left; the smallest is shown first. */
    int order();

    /** Who sees it. */
    Right right();

    /** View name, such as {@code ledger/web/statementPanel}. */
    String template();

    /**
     * What the template shows.
     *
     * @param parameters of the address, the first value of each
     */
    Map<String, Object> show(CustomerFile file, Map<String, String> parameters);

    /** A small figure behind the title; asked for every tab each time the file is shown, so it must cost nothing. */
    default OptionalLong count(CustomerFile file) {
        return OptionalLong.empty();
    }
}
