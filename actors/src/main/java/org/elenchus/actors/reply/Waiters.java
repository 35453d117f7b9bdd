package org.elenchus.actors.reply;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who waits for which request. An actor's memory of what is under way: it is lost with the actor, and whoever still wants an answer asks
 * again.
 *
 * @param <R> the reply
 */
public final class Waiters<R> {
    private final Map<String, Set<ActorRef<R>>> byRequest = new LinkedHashMap<>();

    /** Adds one who waits. @return whether nobody waited yet, so that the work must be started */
    public boolean add(String requestId, ActorRef<R> replyTo) {
        boolean first = !byRequest.containsKey(requestId);
        byRequest.computeIfAbsent(requestId, id -> new LinkedHashSet<>()).add(replyTo);
        return first;
    }

    /** Tells everyone who waits for the request, and forgets it. */
    public void answer(String requestId, R reply) {
        Set<ActorRef<R>> waiting = byRequest.remove(requestId);
        if (waiting != null) {
            waiting.forEach(replyTo -> replyTo.tell(reply));
        }
    }

    /** Tells everyone who waits for the request, who will hear more. */
    public void tell(String requestId, R reply) {
        byRequest.getOrDefault(requestId, Set.of()).forEach(replyTo -> replyTo.tell(reply));
    }

    /** Forgets the request without an answer; asked again, it starts anew. */
    public void forget(String requestId) {
        byRequest.remove(requestId);
    }
}
