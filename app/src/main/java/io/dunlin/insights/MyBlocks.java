package io.dunlin.insights;

import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.web.Viewers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The Overview of the person who looks. */
@Component
public class MyBlocks {
    private final OverviewBlocks blocks;
    private final Arrangements arrangements;
    private final CurrentUser user;
    private final Viewers viewers;
    private final KeptFilters filters;

    public MyBlocks(
            OverviewBlocks blocks, Arrangements arrangements, KeptFilters filters, CurrentUser user, Viewers viewers) {
        this.blocks = blocks;
        this.arrangements = arrangements;
        this.filters = filters;
        this.user = user;
        this.viewers = viewers;
    }

    public Arrangement arrangement() {
        return arrangements.of(user.get(), mine());
    }

    /** Also one that was taken away; not one that may not be seen. */
    public OverviewBlock get(String code) {
        return blocks.get(code, viewers.current());
    }

    /** Shows these blocks, in this order, and no others. */
    public Arrangement show(List<String> codes) {
        arrangements.save(user.id(), mine(), codes);
        return arrangement();
    }

    /** @param step places towards the end; negative: towards the front; beyond the ends counts as the end */
    public void move(String code, int step) {
        var codes = shown();
        var from = codes.indexOf(code);
        if (from >= 0) {
            var to = Math.clamp((long) from + step, 0, codes.size() - 1);
            Collections.rotate(codes.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
            show(codes);
        }
    }

    public void hide(String code) {
        var codes = shown();
        codes.remove(code);
        show(codes);
    }

    /** Back to the blocks of the role. */
    public void forget() {
        arrangements.forget(user.id());
    }

    /** Which customers to begin with: values by the names of parameters. */
    public Map<String, List<String>> keptFilters() {
        return filters.of(user.id());
    }

    public void keep(Map<String, List<String>> chosen) {
        filters.keep(user.id(), chosen);
    }

    private ArrayList<String> shown() {
        return new ArrayList<>(
                arrangement().shown().stream().map(OverviewBlock::code).toList());
    }

    private List<OverviewBlock> mine() {
        return blocks.of(viewers.current());
    }
}
