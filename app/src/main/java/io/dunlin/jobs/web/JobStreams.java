package io.dunlin.jobs.web;

import io.dunlin.tenancy.CurrentTenant;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** Streams of events to open pages, each on a virtual thread that looks twice a second and tells what is new. */
@Component
class JobStreams implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(JobStreams.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** Looks without news after which a comment is sent: it finds out that nobody listens any more, and keeps proxies from closing. */
    private static final int QUIET_LOOKS = 30;

    /** The page connects again by itself. */
    private static final long LONGEST_MILLIS = Duration.ofMinutes(10).toMillis();

    private final AtomicBoolean running = new AtomicBoolean(true);

    /** What there is to tell; after the last one the page is told to stop listening. */
    record Look(Object news, boolean isLast) {}

    /** The looks are taken as the current tenant, each in transactions of its own. */
    SseEmitter open(Supplier<Look> look) {
        var emitter = new SseEmitter(LONGEST_MILLIS);
        var isOpen = new AtomicBoolean(true);
        emitter.onCompletion(() -> isOpen.set(false));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> isOpen.set(false));
        var tenant = CurrentTenant.id();
        Thread.ofVirtual().name("job-events").start(() -> CurrentTenant.run(tenant, () -> tell(emitter, isOpen, look)));
        return emitter;
    }

    private void tell(SseEmitter emitter, AtomicBoolean isOpen, Supplier<Look> look) {
        try {
            var told = "";
            var quiet = 0;
            while (running.get() && isOpen.get()) {
                var seen = look.get();
                var news = JSON.writeValueAsString(seen.news());
                if (!news.equals(told)) {
                    emitter.send(SseEmitter.event().name("progress").data(news));
                    told = news;
                    quiet = 0;
                } else if (++quiet % QUIET_LOOKS == 0) {
                    emitter.send(SseEmitter.event().comment("still here"));
                }
                if (seen.isLast()) {
                    emitter.send(SseEmitter.event().name("end").data(news));
                    break;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            log.debug("A page stopped listening", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException failure) {
            log.warn("A stream of job events broke off; the page connects again", failure);
            emitter.complete();
        }
    }

    @Override
    public void start() {
        running.set(true);
    }

    /** The web server would wait for open streams. */
    @Override
    public void stop() {
        running.set(false);
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }
}
