package io.dunlin.jobs.web;

import io.dunlin.jobs.Jobs;
import io.dunlin.tenancy.CurrentTenant;
import io.dunlin.web.TopBarPart;
import io.dunlin.web.Viewers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Running jobs with their progress, in the top bar of every page. */
@Component
class RunningJobsPart implements TopBarPart {
    private final Jobs jobs;
    private final JobViews views;
    private final Viewers viewers;

    RunningJobsPart(Jobs jobs, JobViews views, Viewers viewers) {
        this.jobs = jobs;
        this.views = views;
        this.viewers = viewers;
    }

    @Override
    public String view() {
        return "jobs/web/indicator";
    }

    @Override
    public Map<String, Object> model() {
        var viewer = viewers.current();
        return Map.of(
                "jobs", jobs.active().stream().map(job -> views.of(job, viewer)).toList());
    }

    @Override
    public boolean isShown() {
        return CurrentTenant.find().isPresent();
    }

    @Override
    public int order() {
        return 200;
    }
}
