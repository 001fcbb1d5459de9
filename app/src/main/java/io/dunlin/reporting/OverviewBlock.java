package io.dunlin.reporting;

import io.dunlin.kernel.Right;
import io.dunlin.tenancy.Role;
import org.jspecify.annotations.Nullable;

/**
 * A block of the Overview. To add one, add one class that implements this, a {@code @Component} in the module it is about, and the
 * text of its title. Each user chooses and orders the blocks; those without the right never see it.
 */
public interface OverviewBlock {
    /** Stable name in addresses and stored arrangements: lower case, words joined by hyphens. Never renamed. */
    String code();

    /** Where it stands until a user moves it; smaller is higher. */
    int order();

    Width width();

    /** Key of its title. */
    String titleKey();

    /** Who may see it at all. */
    Right right();

    /** Whether people of the role have it until they choose otherwise. */
    boolean isFor(Role role);

    /** Code of the report that tells more; the report is then not offered as a block of its own. Null: there is none. */
    default @Nullable String report() {
        return null;
    }

    /** Whether it takes long enough to be loaded after the page, by a request of its own. */
    default boolean isHeavy() {
        return true;
    }

    /** Whether it keeps to the customers of the request; else the Overview says beside its title that it is about all of them. */
    default boolean keepsTo(BlockRequest request) {
        return false;
    }

    /** Address of what tells more about the same: that of its report, where it has one. Null: nothing does. */
    default @Nullable String link(BlockRequest request) {
        var report = report();
        return report == null ? null : request.linkTo(report);
    }

    /** What it shows; asked only for those who have the right. */
    BlockContent content(BlockRequest request);

    /** Of twelve columns. The last block of a row grows where others leave room. */
    enum Width {
        THIRD(4),
        HALF(6),
        TWO_THIRDS(8),
        WHOLE(12);

        private final int columns;

        Width(int columns) {
            this.columns = columns;
        }

        public int columns() {
            return columns;
        }
    }
}
