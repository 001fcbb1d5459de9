package io.dunlin.web;

import java.util.List;
import java.util.Optional;

/** The states of lists that users keep. A list is known by its path. The module {@code tenancy} implements it. */
public interface SavedViews {
    /** Those that the viewer may open, by name. */
    List<SavedView> of(String list);

    /** Query of the view that the list opens with for the viewer. */
    Optional<String> opening(String list);

    /** Keeps a new one; a name that the viewer has given in this list already is refused. */
    long save(String list, String name, String query, boolean shared);

    /** Only the owner changes a view; for others there is none. */
    void rename(long id, String name, boolean shared);

    void overwrite(long id, String query);

    void remove(long id);

    /** The list opens with this view for the viewer. */
    void openWith(String list, long id);

    /** The list opens as it is. */
    void openPlain(String list);
}
