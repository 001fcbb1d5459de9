/** The pages of scorecards: the list, the editor with its dry run, and the sheet that explains a score. */
@NullMarked
package io.dunlin.criteria.scorecards.web;

import org.jspecify.annotations.NullMarked;
