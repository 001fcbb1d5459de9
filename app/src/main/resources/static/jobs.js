// Keeps the progress of background work live. The elements start listening when they appear, whether the page brought
// them or htmx, and stop when they go. EventSource connects again by itself, to whichever node answers.
(function () {
  "use strict";
  if (customElements.get("job-progress")) {
    return;
  }

  class Listening extends HTMLElement {
    connectedCallback() {
      const address = this.getAttribute("events");
      if (!address || this.source) {
        return;
      }
      this.source = new EventSource(address);
      this.source.addEventListener("progress", (event) => this.show(JSON.parse(event.data)));
      this.source.addEventListener("end", (event) => {
        this.close();
        this.ended(JSON.parse(event.data));
      });
    }

    disconnectedCallback() {
      this.close();
    }

    close() {
      if (this.source) {
        this.source.close();
        this.source = null;
      }
    }

    write(part, text) {
      const place = this.querySelector('[data-job="' + part + '"]');
      if (place && place.textContent !== text) {
        place.textContent = text;
      }
    }

    bar(percent) {
      const bar = this.querySelector("progress");
      if (!bar) {
        return;
      }
      if (percent === null) {
        bar.removeAttribute("value");
      } else {
        bar.value = percent;
      }
    }
  }

  class JobProgress extends Listening {
    show(job) {
      this.write("text", job.text);
      this.write("detail", job.detail);
      this.bar(job.percent);
    }

    ended() {
      const part = this.getAttribute("reload");
      if (part && window.htmx && document.querySelector(part)) {
        window.htmx.ajax("GET", window.location.href, { target: part, select: part, swap: "outerHTML" });
      } else {
        window.location.reload();
      }
    }
  }

  class JobIndicator extends Listening {
    show(jobs) {
      if (jobs.length > 0) {
        const first = jobs[0];
        const more = jobs.length > 1 ? " +" + (jobs.length - 1) : "";
        this.write("text", first.what + (first.percent === null ? "" : " " + first.percent + " %") + more);
        this.bar(first.percent);
      }
    }

    ended() {
      this.parentElement.remove();
    }
  }

  customElements.define("job-progress", JobProgress);
  customElements.define("job-indicator", JobIndicator);
})();
