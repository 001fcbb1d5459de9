/** The pages of Search & Assign: rules, what they would do, and what they did. */
@NullMarked
package io.dunlin.criteria.rules.web;

import org.jspecify.annotations.NullMarked;
