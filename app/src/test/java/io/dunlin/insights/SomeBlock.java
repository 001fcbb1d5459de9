package io.dunlin.insights;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;

/** A block of a module that is not written yet: says its code. */
public record SomeBlock(String code, int order, Width width, Right right, boolean isUsual) implements OverviewBlock {
    public SomeBlock(String code, int order) {
        this(code, order, Width.HALF, Right.SEE_OVERVIEW, true);
    }

    @Override
    public String titleKey() {
        return "Title of " + code;
    }

    @Override
    public boolean isFor(Role role) {
        return isUsual;
    }

    @Override
    public boolean isHeavy() {
        return false;
    }

    @Override
    public BlockContent content(BlockRequest request) {
        return new BlockContent.Notice("", "info", "Content of " + code, null);
    }
}
