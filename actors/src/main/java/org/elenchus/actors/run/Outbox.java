package org.elenchus.actors.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pending requests have been sent by this incarnation of the actor, and when each is due again: after one tick, then after twice as
 * many each time, up to a limit. Memory only: after a restart everything pending is sent again, and the targets answer what they know
 * from memory.
 */
final class Outbox {
    private final int longest;
    private final Map<String, Sent> sent = new HashMap<>();

    /** @param patience ticks until it is due again @param age ticks since it was sent last */
    private record Sent(int patience, int age) {
        static final Sent FIRST = new Sent(1, 0);

        boolean isDue() {
            return age >= patience;
        }

        Sent older() {
            return new Sent(patience, age + 1);
        }

        Sent again(int longest) {
            return new Sent(Math.min(2 * patience, longest), 0);
        }

        Sent hastened() {
            return new Sent(FIRST.patience, age);
        }
    }

    /** @param longest ticks without an answer after which a request is sent again, however often it was */
    Outbox(int longest) {
        this.longest = longest;
    }

    /** Of the pending requests, those to be sent now; what is no longer pending is forgotten. */
    List<Request> due(List<Request> pending) {
        Set<String> ids = pending.stream().map(Request::id).collect(Collectors.toSet());
        sent.keySet().retainAll(ids);
        List<Request> due = new ArrayList<>();
        for (Request request : pending) {
            Sent before = sent.get(request.id());
            if (before == null || before.isDue()) {
                sent.put(request.id(), before == null ? Sent.FIRST : before.again(longest));
                due.add(request);
            }
        }
        return due;
    }

    /** Nothing has been sent: what recovery restored may be less than what was known before. */
    void clear() {
        sent.clear();
    }

    /** A tick has passed. */
    void tick() {
        sent.replaceAll((id, request) -> request.older());
    }

    /** What was sent may be lost: all of it is as if sent for the first time. What is older than a tick is due. */
    void hasten() {
        sent.replaceAll((id, request) -> request.hastened());
    }
}
