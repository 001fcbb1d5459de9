package io.dunlin.criteria.web;

import io.dunlin.criteria.MatchCount.Matches;
import io.dunlin.criteria.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many meet the criteria as they stand.
 *
 * @param subject what is counted
 * @param matches null: something is wrong
 * @param open rows in which something is still to be said
 * @param problems a sentence for each row that cannot be used
 */
public record CountView(Subject subject, @Nullable Matches matches, int open, List<String> problems) {}
