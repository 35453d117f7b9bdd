package org.elenchus.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Nodes that are at work on the same journal and are not members of this node's cluster. Where they stay, the cluster has split: nodes so
 * busy that heartbeats and gossip came late may each have downed the other, and each have found itself with the majority.
 */
final class Strangers {
    private final Duration patience;
    private final Map<String, Long> since = new TreeMap<>();

    /** @param patience until a stranger is believed; longer than a meeting point remembers the dead */
    Strangers(Duration patience) {
        this.patience = patience;
    }

    /**
     * Takes in what is seen now, and says whether this side of a split is to end: the smaller one, of equals the one without the first
     * address. The other side comes to the opposite conclusion.
     *
     * @param members of this node's cluster that it can reach, itself included
     * @param others at work on the journal
     * @param nanos the time, as {@link System#nanoTime} tells it
     */
    boolean outnumber(Set<String> members, Collection<String> others, long nanos) {
        Set<String> strangers = new HashSet<>(others);
        strangers.removeAll(members);
        since.keySet().retainAll(strangers);
        strangers.forEach(stranger -> since.putIfAbsent(stranger, nanos));
        TreeSet<String> believed = new TreeSet<>();
        since.forEach((stranger, first) -> {
            if (nanos - first >= patience.toNanos()) {
                believed.add(stranger);
            }
        });
        if (believed.isEmpty() || members.isEmpty() || believed.size() < members.size()) {
            return false;
        }
        return believed.size() > members.size() || believed.first().compareTo(new TreeSet<>(members).first()) < 0;
    }

    @Override
    public String toString() {
        return since.keySet().toString();
    }
}
