package io.dunlin.criteria;

import io.dunlin.kernel.Rejected;
import java.io.Serial;

/** Criteria that cannot be used. The first argument of the sentence is the place in the tree, such as {@code all[2].any[0]}. */
public class BadCriteria extends Rejected {
    @Serial
    private static final long serialVersionUID = 1;

    private final String path;

    BadCriteria(String path, String key, Object... arguments) {
        super(key, withPath(path, arguments));
        this.path = path;
    }

    /** Where in the tree; empty for its root. */
    public String path() {
        return path;
    }

    private static Object[] withPath(String path, Object... arguments) {
        var all = new Object[arguments.length + 1];
        all[0] = path.isEmpty() ? "/" : path;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
