package io.dunlin.jobs.web;

import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobId;
import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.AuditTrail;
import io.dunlin.web.ForSignedIn;
import io.dunlin.web.Viewers;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Background work: what runs, what ran, and how it ended. */
@Controller
@ForSignedIn
class JobsPage {
    private static final int PAGE_SIZE = 50;

    private final VisibleJobs visible;
    private final Jobs jobs;
    private final JobViews views;
    private final Viewers viewers;
    private final AuditTrail audit;

    JobsPage(VisibleJobs visible, Jobs jobs, JobViews views, Viewers viewers, AuditTrail audit) {
        this.visible = visible;
        this.jobs = jobs;
        this.views = views;
        this.viewers = viewers;
        this.audit = audit;
    }

    @GetMapping("/jobs")
    String list(@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
        var found = visible.page(Math.max(1, number), PAGE_SIZE);
        var viewer = viewers.current();
        model.addAttribute(
                "jobs",
                found.stream()
                        .limit(PAGE_SIZE)
                        .map(job -> views.of(job, viewer))
                        .toList());
        model.addAttribute("number", Math.max(1, number));
        model.addAttribute("hasMore", found.size() > PAGE_SIZE);
        return "jobs/web/jobs";
    }

    @GetMapping("/jobs/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("job", views.of(visible.get(new JobId(id)), viewers.current()));
        return "jobs/web/job";
    }

    @PostMapping("/jobs/{id}/cancel")
    String cancel(@PathVariable long id) {
        var job = visible.get(new JobId(id));
        jobs.cancel(job.id());
        audit.record("job.cancelled", job.title(), detail(job));
        return "redirect:/jobs/" + job.id();
    }

    @PostMapping("/jobs/{id}/retry")
    String retry(@PathVariable long id) {
        var job = visible.get(new JobId(id));
        jobs.retry(job.id());
        audit.record("job.retried", job.title(), detail(job));
        return "redirect:/jobs/" + job.id();
    }

    private static Map<String, ?> detail(Job job) {
        return Map.of("job", job.id().value(), "kind", job.kind());
    }
}
