package io.dunlin.jobs.web;

import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobId;
import io.dunlin.jobs.Jobs;
import io.dunlin.web.ForSignedIn;
import io.dunlin.web.Viewers;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages how jobs go on, from whichever node they reach: it looks into the database. */
@Controller
@ForSignedIn
class JobEvents {
    private final VisibleJobs visible;
    private final Jobs jobs;
    private final JobViews views;
    private final Viewers viewers;
    private final JobStreams streams;

    JobEvents(VisibleJobs visible, Jobs jobs, JobViews views, Viewers viewers, JobStreams streams) {
        this.visible = visible;
        this.jobs = jobs;
        this.views = views;
        this.viewers = viewers;
        this.streams = streams;
    }

    /** One job, until it has ended. */
    @GetMapping(path = "/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter job(@PathVariable long id) {
        var job = visible.get(new JobId(id)).id();
        var viewer = viewers.current();
        return streams.open(() -> {
            var change = views.of(jobs.get(job), viewer).change();
            return new JobStreams.Look(change, !change.active());
        });
    }

    /** All that run, until none does. */
    @GetMapping(path = "/jobs/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter running() {
        var isVisible = visible.visible();
        var viewer = viewers.current();
        return streams.open(() -> {
            List<JobView.Change> changes = jobs.active().stream()
                    .filter(isVisible)
                    .map((Job job) -> views.of(job, viewer).change())
                    .toList();
            return new JobStreams.Look(changes, changes.isEmpty());
        });
    }
}
