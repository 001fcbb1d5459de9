package io.dunlin.intake;

import io.dunlin.kernel.Rejected;
import io.dunlin.tenancy.Company;
import io.dunlin.tenancy.UserId;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a file comes in. What its columns are a person says; then a job brings it into the ledger: see {@link ImportOrders}. */
@Component
public class Intake {
    private final Uploads uploads;
    private final Imports imports;
    private final Mappings mappings;

    public Intake(Uploads uploads, Imports imports, Mappings mappings) {
        this.uploads = uploads;
        this.imports = imports;
        this.mappings = mappings;
    }

    /** Keeps the file, looks through it and proposes what its columns are. Refuses what cannot be read. */
    public ImportId receive(
            Subject subject, String fileName, InputStream content, Company company, @Nullable UserId user) {
        SubjectRights.refuseUnlessAllowed(subject);
        var upload = uploads.store(fileName, content, user);
        FileProfile profile;
        try {
            profile = Profiler.profile(uploads.open(upload), upload.charset());
        } catch (RuntimeException failure) {
            uploads.remove(upload.id());
            throw failure;
        }
        return imports.create(company, upload, subject, profile, mappings.propose(subject, profile), user);
    }

    /**
     * Looks through the file again, read as a person says. Choices made by hand stay with the columns that are still named the
     * same.
     *
     * @param chosen what has been chosen so far, kept or not
     */
    public void reread(ImportId id, String charset, Delimiter delimiter, Mapping chosen) {
        var order = imports.get(id);
        if (!order.mayBeMapped()) {
            throw new Rejected("intake.alreadyStarted");
        }
        var upload = uploads.get(order.upload());
        if (!upload.isText() || !CharacterSets.names().contains(charset)) {
            throw new Rejected("intake.file.charset");
        }
        var profile = Profiler.profile(uploads.open(upload), charset, delimiter.sign());
        var proposed = mappings.propose(order.subject(), profile);
        var choices = new HandMadeChoices(imports.profile(id), imports.mapping(id), chosen);
        imports.reread(order, charset, profile, choices.over(proposed, profile));
    }
}
