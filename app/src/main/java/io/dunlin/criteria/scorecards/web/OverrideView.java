package io.dunlin.criteria.scorecards.web;

import io.dunlin.criteria.web.BuilderView;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of an override while they are built.
 *
 * @param name of the card as it is typed
 * @param at place of the override from 0
 * @param card the fields of the card, which wait meanwhile
 */
public record OverrideView(@Nullable String name, int at, Map<String, List<String>> card, BuilderView builder) {}
