package io.dunlin.criteria;

import java.util.List;

/** Declares ways to the tables of a module, for the indicators that it declares. To add some, add one {@code @Component}. */
public interface LinkSource {
    List<Link> links();
}
