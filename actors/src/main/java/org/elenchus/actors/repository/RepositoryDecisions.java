package org.elenchus.actors.repository;

import org.elenchus.actors.slot.WorkResult;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol.Event;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRefused;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRequested;
import org.elenchus.protocol.repository.RepositoryProtocol.PreparationRetried;
import org.elenchus.protocol.repository.RepositoryProtocol.Prepared;
import org.elenchus.protocol.repository.RepositoryProtocol.Refused;
import org.elenchus.protocol.repository.RepositoryProtocol.Reply;
import org.elenchus.protocol.repository.RepositoryProtocol.RepositoryPrepared;

/** What to do when asked, and what a result means. Pure. */
final class RepositoryDecisions {
    private RepositoryDecisions() {}

    /** What a request to prepare calls for. */
    sealed interface Response {
        /** Note the intent, then do it. */
        record Begin(Event intent) implements Response {}

        /** The intent is known; see that the work is under way. */
        record GoOn() implements Response {}

        record Answer(Reply reply) implements Response {}
    }

    /**
     * A refusal stands for a while in the entity that met it, so that a repeated question is not a repeated download. After that, and in an
     * entity that recovered, it is tried again: by then the user may have mended what was wrong.
     *
     * @param refusedHere whether this incarnation of the entity met the refusal, lately
     */
    static Response prepare(RepositoryState state, RepositoryCoordinate coordinate, boolean refusedHere) {
        return switch (state) {
            case RepositoryState.Unknown unknown -> new Response.Begin(new PreparationRequested(coordinate));
            case RepositoryState.Preparing preparing -> new Response.GoOn();
            case RepositoryState.Ready ready -> new Response.Answer(new Prepared(ready.summary()));
            case RepositoryState.Unusable unusable ->
                refusedHere
                        ? new Response.Answer(new Refused(coordinate, unusable.reason()))
                        : new Response.Begin(new PreparationRetried(coordinate));
        };
    }

    /** The event that a result is. */
    static Event conclude(RepositoryCoordinate coordinate, WorkResult result) {
        return switch (result) {
            case WorkResult.RepositoryReady ready -> new RepositoryPrepared(ready.summary());
            case WorkResult.RepositoryUnusable unusable -> new PreparationRefused(coordinate, unusable.reason());
            case WorkResult.Faulted faulted ->
                new PreparationRefused(
                        coordinate,
                        "the sandbox failed while preparing " + coordinate + " (" + faulted.fault()
                                + "); run `elenchus doctor`, then try again");
            case WorkResult.GroupAttempted other -> throw misdelivered(other);
            case WorkResult.CandidateJudged other -> throw misdelivered(other);
        };
    }

    private static IllegalArgumentException misdelivered(WorkResult result) {
        return new IllegalArgumentException("not the result of a preparation: " + result);
    }
}
