package io.dunlin.intake.web;

import io.dunlin.intake.Import;
import io.dunlin.intake.ImportId;
import io.dunlin.intake.ImportSettlement;
import io.dunlin.intake.RejectedFile;
import io.dunlin.intake.RejectedRows;
import io.dunlin.tenancy.User;
import io.dunlin.tenancy.UserId;
import io.dunlin.tenancy.Users;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts what an import did into words. */
@Component
class ImportOutcome {
    private final RejectedRows rows;
    private final RejectedFile file;
    private final ImportSettlement settlement;
    private final Users users;
    private final Words words;

    ImportOutcome(RejectedRows rows, RejectedFile file, ImportSettlement settlement, Users users, Words words) {
        this.rows = rows;
        this.file = file;
        this.settlement = settlement;
        this.users = users;
        this.words = words;
    }

    void settle(ImportId id) {
        settlement.settle(id);
    }

    /** Returns whether any of them has changed by that. */
    boolean settle(List<Import> some) {
        return settlement.settle(some);
    }

    /** Names of all users, for lists. */
    Map<UserId, String> names() {
        return users.all().stream().collect(Collectors.toMap(User::id, User::name));
    }

    String who(Import one) {
        return one.user() == null ? "" : users.find(one.user()).map(User::name).orElse("");
    }

    List<RejectedView> rejected(ImportId id, int count) {
        return views(rows.first(id, count));
    }

    /** What was not used of rows that were used otherwise. */
    List<RejectedView> remarks(ImportId id, int count) {
        return views(rows.firstUsed(id, count));
    }

    private List<RejectedView> views(List<RejectedRows.Row> some) {
        return some.stream()
                .map(RejectedRows.Row::problem)
                .map(problem -> new RejectedView(
                        problem.row(),
                        problem.column() == null ? "" : problem.column(),
                        problem.value(),
                        words.reason(problem),
                        words.remedy(problem)))
                .toList();
    }

    void write(ImportId id, OutputStream output) {
        file.write(id, output, problem -> (words.reason(problem) + " " + words.remedy(problem)).strip());
    }
}
