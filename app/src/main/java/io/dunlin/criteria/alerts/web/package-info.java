/** The pages of alerts: all of them, the customers of one, its form, ready-made ones, and what the viewer was told. */
@NullMarked
package io.dunlin.criteria.alerts.web;

import org.jspecify.annotations.NullMarked;
