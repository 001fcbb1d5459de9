package io.dunlin.criteria;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All indicators there are, from all modules. */
@Component
public class Catalogue {
    private final List<IndicatorSource> sources;

    public Catalogue(List<IndicatorSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** As they are now for the tenant of the transaction. Two with one code are a mistake of the modules. */
    public Entries now() {
        return new Entries(sources.stream()
                .flatMap(source -> source.indicators().stream())
                .collect(toMap(
                        Indicator::code,
                        identity(),
                        (one, other) -> {
                            throw new IllegalStateException("Two indicators are called " + one.code());
                        },
                        LinkedHashMap::new)));
    }

    /** The indicators of one moment, in the order in which they are offered. */
    public record Entries(Map<String, Indicator> byCode) {
        public Optional<Indicator> find(String code) {
            return Optional.ofNullable(byCode.get(code));
        }

        public List<Indicator> all() {
            return List.copyOf(byCode.values());
        }
    }
}
