/** Pages of background work: the list, one job with its progress, and the events that keep them live. */
@NullMarked
package io.dunlin.jobs.web;

import org.jspecify.annotations.NullMarked;
