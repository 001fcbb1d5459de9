package io.dunlin.insights;

import static io.dunlin.reporting.OverviewBlock.Width.HALF;
import static io.dunlin.reporting.OverviewBlock.Width.THIRD;
import static io.dunlin.reporting.OverviewBlock.Width.TWO_THIRDS;
import static io.dunlin.reporting.OverviewBlock.Width.WHOLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.dunlin.reporting.OverviewBlock.Width;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BlockRowsTest {
    @Test
    void two_thirds_stand_beside_two_small_blocks_one_above_the_other() {
        assertThat(classes(WHOLE, TWO_THIRDS, THIRD, THIRD, HALF, HALF))
                .containsExactly("c12", "c8 tall", "c4", "c4", "c6", "c6");
    }

    @Test
    void what_is_left_of_a_row_widens_its_blocks() {
        assertThat(classes(HALF)).containsExactly("c12");
        assertThat(classes(THIRD, THIRD)).containsExactly("c6", "c6");
        assertThat(classes(THIRD, HALF, WHOLE)).containsExactly("c4", "c8", "c12");
        assertThat(classes(TWO_THIRDS, THIRD)).containsExactly("c8", "c4");
        assertThat(classes()).isEmpty();
    }

    @Property(tries = 200)
    void every_row_is_full(@ForAll List<Width> widths) {
        var taken = 0;
        var spots = BlockRows.of(widths);
        assertThat(spots).hasSameSizeAs(widths);
        for (var spot : spots) {
            taken += spot.columns() * spot.rows();
        }
        assertThat(taken % 12).isZero();
    }

    private static List<String> classes(Width... widths) {
        return BlockRows.of(List.of(widths)).stream()
                .map(BlockRows.Spot::classes)
                .toList();
    }
}
