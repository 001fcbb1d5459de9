package io.dunlin.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What a page asks too much of its reader, as found by axe; nothing of weight is accepted. */
final class Accessibility {
    private Accessibility() {}

    /** Rule and first place of each serious or critical finding. */
    static List<String> problems(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " (" + rule.getNodes().size() + "): "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }
}
