package org.elenchus.actors.reply;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * How often what a request calls for has failed in a row, and whether to try again. What passes (a full moment, a file not yet there) is
 * ridden out; what stays is given up, so that whoever asked can say so instead of asking for ever. An actor's memory, as
 * {@link Waiters} is.
 */
public final class Retries {
    /** Tries in all, until a request is given up. */
    public static final int TRIES = 5;

    /** Before the second try; twice as long before each further one, 7.5 s in all. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private static final int LONGEST_REASON = 500;

    private final Map<String, Integer> failures = new HashMap<>();

    /** The request has failed once more. @return how long to wait before the next try; nothing when it is given up, and forgotten */
    public Optional<Duration> failed(String requestId) {
        int times = failures.merge(requestId, 1, Integer::sum);
        if (times < TRIES) {
            return Optional.of(FIRST_PAUSE.multipliedBy(1L << (times - 1)));
        }
        failures.remove(requestId);
        return Optional.empty();
    }

    /** The request has its answer: what failed before no longer counts. */
    public void succeeded(String requestId) {
        failures.remove(requestId);
    }

    /** What went wrong, in one line of bounded length. */
    public static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String name = cause.getClass().getSimpleName();
        String said = cause.getMessage() == null
                ? name
                : cause.getMessage()
                        .lines()
                        .findFirst()
                        .map(line -> name + ": " + line)
                        .orElse(name);
        return said.length() <= LONGEST_REASON ? said : said.substring(0, LONGEST_REASON) + "…";
    }
}
