package io.dunlin.insights;

import static io.dunlin.insights.tables.ChosenBlock.CHOSEN_BLOCK;

import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Row4;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which blocks each user has chosen, and in which order. */
@Component
public class Arrangements {
    private final DSLContext sql;

    public Arrangements(DSLContext sql) {
        this.sql = sql;
    }

    /** @param blocks all that the user may see */
    @Transactional(readOnly = true)
    public Arrangement of(User user, List<OverviewBlock> blocks) {
        var chosen = sql
                .select(CHOSEN_BLOCK.CODE, CHOSEN_BLOCK.PLACE)
                .from(CHOSEN_BLOCK)
                .where(CHOSEN_BLOCK.TENANT_ID.eq(CurrentTenant.id()))
                .and(CHOSEN_BLOCK.USER_ID.eq(user.id()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.value1(),
                        row -> Optional.ofNullable(row.value2()).map(Short::intValue)));
        return Arrangement.of(blocks, chosen, user.role());
    }

    /**
     * Keeps these blocks in this order; those not named are taken away.
     *
     * @param blocks all that the user may see: of others nothing is decided
     * @param shown codes; unknown ones count as not given
     */
    @Transactional
    public void save(UserId user, List<OverviewBlock> blocks, List<String> shown) {
        var known = blocks.stream().map(OverviewBlock::code).collect(Collectors.toSet());
        var codes = new LinkedHashSet<>(shown);
        codes.retainAll(known);
        sql.deleteFrom(CHOSEN_BLOCK)
                .where(CHOSEN_BLOCK.TENANT_ID.eq(CurrentTenant.id()))
                .and(CHOSEN_BLOCK.USER_ID.eq(user))
                .and(CHOSEN_BLOCK.CODE.in(known))
                .execute();
        var rows = new ArrayList<Row4<io.dunlin.tenancy.TenantId, UserId, String, Short>>();
        codes.forEach(code -> rows.add(DSL.row(CurrentTenant.id(), user, code, (short) rows.size())));
        known.stream()
                .filter(code -> !codes.contains(code))
                .forEach(code -> rows.add(DSL.row(CurrentTenant.id(), user, code, (Short) null)));
        sql.insertInto(
                        CHOSEN_BLOCK,
                        CHOSEN_BLOCK.TENANT_ID,
                        CHOSEN_BLOCK.USER_ID,
                        CHOSEN_BLOCK.CODE,
                        CHOSEN_BLOCK.PLACE)
                .valuesOfRows(rows)
                .execute();
    }

    /** Back to the blocks of the role. */
    @Transactional
    public void forget(UserId user) {
        sql.deleteFrom(CHOSEN_BLOCK)
                .where(CHOSEN_BLOCK.TENANT_ID.eq(CurrentTenant.id()))
                .and(CHOSEN_BLOCK.USER_ID.eq(user))
                .execute();
    }
}
