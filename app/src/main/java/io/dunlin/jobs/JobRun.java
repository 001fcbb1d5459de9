package io.dunlin.jobs;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One run of a job, as its {@link JobKind} sees it. What it reports is visible at once, whatever transaction is open. */
public interface JobRun {
    JobId id();

    /** What the job was submitted with. */
    JsonNode payload();

    /** Begins a step; the progress starts anew. */
    void step(String messageKey);

    /** How far the step is. Call it as often as is handy: it is written at most twice a second. */
    void progress(long done, long total);

    /** Throws {@link JobCancelled} when the user asked to stop. Call it where stopping leaves nothing half done; it is cheap. */
    void checkCancelled();

    /** What came out, shown and given as JSON when the job ends well; the last call counts. */
    void result(Map<String, ?> counts);
}
