package io.dunlin.intake.web;

import io.dunlin.intake.PushOrder;
import io.dunlin.intake.SavedMappings;
import io.dunlin.intake.Subject;
import io.dunlin.kernel.Rejected;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a program asks for with its parameters; what they name is looked up, and refused with what there is. */
@Component
class PushOrders {
    private static final int MOST_NAMED = 50;

    private final PushCompanies companies;
    private final SavedMappings mappings;

    PushOrders(PushCompanies companies, SavedMappings mappings) {
        this.companies = companies;
        this.mappings = mappings;
    }

    /**
     * @param fileName empty: the program does not say
     * @param key under which the file may come again; null: none
     */
    PushOrder read(Subject subject, PushParameters parameters, String fileName, @Nullable String key) {
        return new PushOrder(
                subject,
                companies.get(parameters.company()),
                fileName.isEmpty() ? "push-" + subject.name().toLowerCase(Locale.ROOT) + ".csv" : fileName,
                parameters.charset(),
                parameters.delimiter(),
                mapping(subject, parameters.mapping()),
                parameters.dates(),
                parameters.amounts(),
                parameters.mode(),
                parameters.forceClearing(),
                parameters.asOf(),
                key);
    }

    private SavedMappings.@Nullable Named mapping(Subject subject, @Nullable String name) {
        if (name == null) {
            return null;
        }
        return mappings.find(subject, name).orElseThrow(() -> unknown(subject, name));
    }

    private Rejected unknown(Subject subject, String name) {
        var all = mappings.of(subject);
        if (all.isEmpty()) {
            return new Rejected("intake.push.noMappings", name);
        }
        var names =
                all.stream().limit(MOST_NAMED).map(SavedMappings.Named::name).collect(Collectors.joining(", "));
        return new Rejected("intake.push.unknownMapping", name, all.size() > MOST_NAMED ? names + ", …" : names);
    }
}
