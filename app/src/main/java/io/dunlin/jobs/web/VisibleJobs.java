package io.dunlin.jobs.web;

import io.dunlin.jobs.Job;
import io.dunlin.jobs.JobId;
import io.dunlin.jobs.Jobs;
import io.dunlin.kernel.NotFound;
import io.dunlin.kernel.Right;
import io.dunlin.tenancy.CurrentUser;
import io.dunlin.tenancy.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The jobs that the current user may know of: the user's own, and everybody's for who sets up the work. */
@Component
class VisibleJobs {
    private final Jobs jobs;
    private final CurrentUser user;

    VisibleJobs(Jobs jobs, CurrentUser user) {
        this.jobs = jobs;
        this.user = user;
    }

    Job get(JobId id) {
        return jobs.find(id).filter(visible()).orElseThrow(() -> new NotFound("Job", id));
    }

    List<Job> active() {
        return jobs.active().stream().filter(visible()).toList();
    }

    /** Newest first; one more than a page where there are more. */
    List<Job> page(int number, int size) {
        return jobs.newest(user.may(Right.CONFIGURE) ? Optional.empty() : Optional.of(user.id()), number, size);
    }

    /** Can be asked on another thread, where no user is known. */
    Predicate<Job> visible() {
        if (user.may(Right.CONFIGURE)) {
            return job -> true;
        }
        UserId own = user.id();
        return job -> Objects.equals(job.creator(), own);
    }
}
