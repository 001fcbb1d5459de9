/** Alerts: criteria that watch customers, whom they find now and since when, who is told, and whom they are silent about. */
@NullMarked
@NamedInterface("alerts")
package io.dunlin.criteria.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
