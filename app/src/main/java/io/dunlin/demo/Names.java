package io.dunlin.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Names that belong to nobody, put together from syllables. */
final class Names {
    private static final List<String> FIRST = List.of(
            "Bel", "Cor", "Dra", "Fal", "Gri", "Hal", "Jor", "Kel", "Lan", "Mor", "Nor", "Pel", "Quin", "Ros", "Sol",
            "Tre", "Val", "Wes", "Yar", "Zel");
    private static final List<String> MIDDLE =
            List.of("a", "e", "i", "o", "u", "ane", "éri", "olo", "uma", "ivo", "ara", "ette");
    private static final List<String> LAST = List.of(
            "bert", "dane", "fix", "gard", "lune", "mont", "nac", "pont", "quist", "ric", "sand", "tex", "val", "vert",
            "wick", "zon");
    private static final List<String> TRADE = List.of(
            "Alimentation",
            "Atelier",
            "Bakery",
            "Bau",
            "Catering",
            "Distribution",
            "Energie",
            "Foods",
            "Garden",
            "Handel",
            "Interiors",
            "Logistics",
            "Market",
            "Print",
            "Services",
            "Supplies",
            "Technik",
            "Travaux");
    private static final List<String> PEOPLE = List.of(
            "Aline", "Bruno", "Céline", "Dieter", "Elsa", "Fiona", "Gareth", "Hélène", "Ingo", "Julie", "Karl", "Léa",
            "Martin", "Nadia", "Oscar", "Petra", "Rupert", "Sofia", "Tom", "Ute", "Vera", "Yann");

    private final RandomGenerator chance;

    Names(RandomGenerator chance) {
        this.chance = chance;
    }

    String company(String country) {
        var form = switch (country) {
            case "FR" -> pick(List.of("SARL", "SAS", "SA"));
            case "DE" -> pick(List.of("GmbH", "KG", "AG"));
            default -> pick(List.of("Ltd", "plc", "LLP"));
        };
        return word() + " " + pick(TRADE) + " " + form;
    }

    String town() {
        return word();
    }

    String word() {
        return pick(FIRST) + pick(MIDDLE) + pick(LAST);
    }

    String givenName() {
        return pick(PEOPLE);
    }

    /** Lower case letters without accents, as in an address. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    <T> T pick(List<T> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
