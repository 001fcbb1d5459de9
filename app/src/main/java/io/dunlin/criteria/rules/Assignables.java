package io.dunlin.criteria.rules;

import static java.util.stream.Collectors.toMap;

import io.dunlin.kernel.NotFound;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** All that rules can give, from all modules, in their order. */
@Component
public class Assignables {
    private final Map<String, Assignable> byCode;

    public Assignables(List<Assignable> assignables) {
        byCode = assignables.stream()
                .collect(toMap(
                        Assignable::code,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("Two assignables are called " + one.code());
                        },
                        LinkedHashMap::new));
    }

    public List<Assignable> all() {
        return List.copyOf(byCode.values());
    }

    public Assignable get(String code) {
        var assignable = byCode.get(code);
        if (assignable == null) {
            throw new NotFound("Assignable", code);
        }
        return assignable;
    }
}
