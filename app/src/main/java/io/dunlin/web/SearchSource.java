package io.dunlin.web;

import io.dunlin.kernel.Right;
import java.util.List;

/**
 * One kind of things that the quick search finds. To add one, add one class that implements this in the module whose things they
 * are, and the text of its heading. Asked while somebody types: it has a few hundredths of a second.
 */
public interface SearchSource {
    /** Key of the heading over its hits. */
    String textKey();

    /** Which kind comes first where hits are equally good; smaller is higher. */
    int order();

    /** Who lacks it is not even searched for. */
    Right right();

    /** At most that many, the best first; all of them meet the whole query. */
    List<SearchHit> find(SearchQuery query, int most);
}
