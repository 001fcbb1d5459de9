package io.dunlin.jobs;

import java.util.List;

/**
 * Why a job failed, as a sentence in the language of whoever reads it.
 *
 * @param key of the sentence in the message bundles
 * @param arguments strings and numbers that fill its places
 */
public record JobProblem(String key, List<Object> arguments) {
    public JobProblem {
        arguments = List.copyOf(arguments);
    }
}
