package io.dunlin.intake.web;

import io.dunlin.intake.SavedMapping;
import io.dunlin.intake.SavedMappings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The saved mappings on the page of a file: which there are, which was chosen, and what became of it.
 *
 * @param chosen 0: none
 * @param typed name in the field
 */
public record SavedChoice(List<Option> options, long chosen, String typed, List<Notice> notices) {
    private static final int MOST_NAMED = 12;

    public record Option(long id, String name) {}

    public record Notice(String tone, String key, List<Object> places) {}

    static SavedChoice of(List<SavedMappings.Named> all, long chosen, String typed, List<Notice> notices) {
        var options = all.stream().map(one -> new Option(one.id(), one.name())).toList();
        return new SavedChoice(options, chosen, typed, notices);
    }

    /** What the laying over found and did not find. */
    static List<Notice> notices(SavedMappings.Named saved, SavedMapping.Applied applied) {
        var notices = new ArrayList<Notice>();
        var whole = applied.missing().isEmpty() && applied.unknown().isEmpty();
        notices.add(new Notice(
                "good", whole ? "intake.saved.appliedWholly" : "intake.saved.applied", List.of(saved.name())));
        if (!applied.missing().isEmpty()) {
            notices.add(new Notice("warn", "intake.saved.missing", places(applied.missing())));
        }
        if (!applied.unknown().isEmpty()) {
            notices.add(new Notice("warn", "intake.saved.unknown", places(applied.unknown())));
        }
        return notices;
    }

    private static List<Object> places(List<String> headers) {
        var named = headers.stream().limit(MOST_NAMED).map(header -> header.isEmpty() ? "?" : header);
        var rest = headers.size() > MOST_NAMED
                ? Stream.of("… (+" + (headers.size() - MOST_NAMED) + ")")
                : Stream.<String>of();
        return List.of(
                headers.size(), String.join(", ", Stream.concat(named, rest).toList()));
    }
}
