package io.dunlin.intake;

import io.dunlin.tenancy.CurrentUser;
import org.springframework.security.access.AccessDeniedException;

/** Who may load files of which subject. */
final class SubjectRights {
    private SubjectRights() {}

    /** Refuses people who have not the right that such a file needs besides the one to import. Background work is not asked. */
    static void refuseUnlessAllowed(Subject subject) {
        var isAllowed =
                new CurrentUser().find().map(user -> user.may(subject.right())).orElse(true);
        if (!isAllowed) {
            throw new AccessDeniedException("A file of " + subject + " needs the right " + subject.right());
        }
    }
}
