package io.dunlin.criteria;

import java.util.List;

/**
 * Declares indicators.
 *
 * <p>To add some, add one class that implements this, a {@code @Component} in {@code <module>/indicator/}, and their texts. They then
 * are in the catalogue, and so wherever indicators are offered, in the {@code @Order} of their sources.
 */
public interface IndicatorSource {
    /** Asked anew for each use, in a transaction of the tenant: names that the tenant chose may differ from one to the next. */
    List<Indicator> indicators();
}
