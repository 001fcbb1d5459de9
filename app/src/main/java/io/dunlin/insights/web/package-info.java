/** The Overview as people see it. */
@NullMarked
package io.dunlin.insights.web;

import org.jspecify.annotations.NullMarked;
