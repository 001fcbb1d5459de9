package io.dunlin.intake;

import io.dunlin.intake.Mapping.Choice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen for the columns of a file before it was read in another way.
 *
 * @param proposed what the person was shown first
 */
record HandMadeChoices(FileProfile before, Mapping proposed, Mapping chosen) {
    /** They stay with the columns that are still named the same; the others are what is proposed now. */
    Mapping over(Mapping proposal, FileProfile profile) {
        var byName = byName();
        var choices = new ArrayList<@Nullable Choice>();
        for (var column : profile.columns()) {
            var kept = byName.getOrDefault(column.header(), new ArrayDeque<>()).poll();
            choices.add(kept == null ? null : Suggestions.choice(kept.field(), column, kept));
        }
        var taken = new ArrayList<@Nullable Field>();
        choices.forEach(choice -> taken.add(choice == null ? null : choice.field()));
        var all = new ArrayList<Choice>();
        for (var at = 0; at < choices.size(); at++) {
            var kept = choices.get(at);
            var suggested = proposal.columns().get(at);
            all.add(kept != null ? kept : taken.contains(suggested.field()) ? Choice.NOTHING : suggested);
        }
        var kinds = new HashMap<>(proposal.kinds());
        kinds.putAll(chosen.kinds());
        return new Mapping(all, kinds, chosen.mode()).completed(profile);
    }

    private Map<String, Queue<Choice>> byName() {
        var byName = new HashMap<String, Queue<Choice>>();
        for (var at = 0; at < before.columns().size(); at++) {
            var choice = chosen.columns().get(at);
            var wasProposed =
                    Objects.equals(choice.field(), proposed.columns().get(at).field());
            if (choice.field() != null || !wasProposed) {
                byName.computeIfAbsent(before.columns().get(at).header(), name -> new ArrayDeque<>())
                        .add(choice);
            }
        }
        return byName;
    }
}
