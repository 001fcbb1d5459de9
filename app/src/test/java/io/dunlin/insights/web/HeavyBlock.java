package io.dunlin.insights.web;

import io.dunlin.kernel.Right;
import io.dunlin.reporting.BlockContent;
import io.dunlin.reporting.BlockRequest;
import io.dunlin.reporting.OverviewBlock;
import io.dunlin.tenancy.Role;

/** A block that is loaded after the page. */
record HeavyBlock(String code, int order) implements OverviewBlock {
    @Override
    public Width width() {
        return Width.HALF;
    }

    @Override
    public String titleKey() {
        return "Title of " + code;
    }

    @Override
    public Right right() {
        return Right.SEE_REPORTS;
    }

    @Override
    public boolean isFor(Role role) {
        return true;
    }

    @Override
    public BlockContent content(BlockRequest request) {
        return new BlockContent.Notice("", "info", "Content of " + code, null);
    }
}
