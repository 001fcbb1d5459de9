package io.dunlin.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dunlin.criteria.Comparison.Between;
import io.dunlin.criteria.Comparison.OneOf;
import io.dunlin.criteria.Comparison.Part;
import io.dunlin.criteria.Criteria.All;
import io.dunlin.criteria.Criteria.Any;
import io.dunlin.criteria.Criteria.Has;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriteriaTextTest {
    @Test
    void what_must_all_be_met_stands_between_commas() {
        var overdue = Criteria.Test.of("customer.overdue", new Between(new BigDecimal("1000"), null));
        var abroad = new Criteria.Test("customer.country", new OneOf(List.of("FR", "DE")), true, true);

        assertThat(CriteriaText.write(new All(List.of(overdue, abroad))))
                .isEqualTo("customer.overdue.between(1000,),!customer.country.oneOf(FR,DE)?");
        assertThat(CriteriaText.read("customer.overdue.between(1000,),!customer.country.oneOf(FR,DE)?"))
                .isEqualTo(new All(List.of(overdue, abroad)));
    }

    @Test
    void groups_stand_in_brackets() {
        var number = Criteria.Test.of("item.number", new Part(Part.Place.START, "F-"));
        var none = new Has(Subject.ITEM, true, number);

        assertThat(CriteriaText.write(new Any(List.of(none, new Criteria.Not(none)))))
                .isEqualTo("any(hasNo.item(item.number.startsWith(F-)),not(hasNo.item(item.number.startsWith(F-))))");
    }

    @Test
    void commas_and_brackets_of_a_value_stay_its_own() {
        var name = Criteria.Test.of("customer.name", new OneOf(List.of("Dupont, Fils (SA)", "C:\\temp", " ")));

        assertThat(CriteriaText.read(CriteriaText.write(name))).isEqualTo(name);
    }

    @Test
    void nothing_is_everything() {
        assertThat(CriteriaText.read("")).isEqualTo(new All(List.of()));
        assertThat(CriteriaText.write(new All(List.of()))).isEmpty();
    }

    @Test
    void a_broken_text_is_refused_with_its_place() {
        assertThat(refusal("customer.city").path()).isEqualTo("#14");
        assertThat(refusal("customer.city.contains(lyon").path()).isEqualTo("#28");
        assertThat(refusal("customer.city.contains(lyon)x").path()).isEqualTo("#29");
        assertThat(refusal("any(customer.city.empty(),").path()).isEqualTo("#27");
        assertThat(refusal("has.galaxy(customer.city.empty())").path()).isEqualTo("#12");
        assertThat(refusal("customer.city.tastesLike(a)").key()).isEqualTo("criteria.bad.part");
        assertThat(refusal("customer.overdue.between(lots,)").key()).isEqualTo("criteria.bad.number");
        assertThat(refusal("customer.overdue.between(1)").key()).isEqualTo("criteria.bad.part");
        assertThat(refusal("customer.overdue.between(1,2,3)").key()).isEqualTo("criteria.bad.part");
        assertThat(refusal(".empty()").key()).isEqualTo("criteria.bad.part");
        assertThat(refusal("not(").key()).isEqualTo("criteria.bad.part");
        assertThat(refusal("not(".repeat(5_000)).key()).isEqualTo("criteria.bad.deep");
        assertThat(refusal("customer.city.empty(),".repeat(5_000)).key()).isEqualTo("criteria.bad.large");
    }

    private static BadCriteria refusal(String text) {
        return catchThrowableOfType(BadCriteria.class, () -> CriteriaText.read(text));
    }
}
