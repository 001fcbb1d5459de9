package io.dunlin.intake;

import java.util.Collections;
import org.springframework.stereotype.Component;

/** What the columns of a pushed file are: as the mapping says that the program names, else as proposed. */
@Component
class PushMappings {
    private final Mappings remembered;
    private final SavedMappings saved;

    PushMappings(Mappings remembered, SavedMappings saved) {
        this.remembered = remembered;
        this.saved = saved;
    }

    /**
     * @param certain whether somebody has said what the columns are; else only names count, because nobody sees what was guessed
     *     from the content
     */
    record Proposal(Mapping mapping, boolean certain) {}

    /** @param found what was proposed when the file came in; the meaning of its types holds in any case */
    Proposal propose(PushOrder order, FileProfile profile, Mapping found) {
        var named = order.mapping();
        if (named == null) {
            var headers = profile.columns().stream().map(ColumnProfile::header).toList();
            return new Proposal(found, remembered.find(order.subject(), headers).isPresent());
        }
        saved.used(named.id());
        var untouched = Collections.nCopies(profile.columns().size(), Mapping.Choice.NOTHING);
        // Columns that the named mapping does not know are left out: nobody would see what they were taken for.
        var laid = named.mapping().over(profile, new Mapping(untouched, found.kinds(), found.mode()));
        return new Proposal(laid.mapping(), true);
    }
}
