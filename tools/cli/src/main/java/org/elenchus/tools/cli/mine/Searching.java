package org.elenchus.tools.cli.mine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.tools.mining.history.Library;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.history.Releases;
import org.elenchus.tools.mining.history.search.Discovery;
import org.elenchus.tools.mining.history.search.Found;
import org.elenchus.tools.mining.history.search.FoundStore;
import org.elenchus.tools.mining.history.search.PairSearch;

/** {@code mine --discover} and {@code mine --history}. */
final class Searching {
    /** Libraries whose releases are looked up at a time. */
    private static final int LOOKING = 4;

    private final MinePlace place;
    private final Remarks remarks;
    private final int slots;
    private final long pairNanos;

    Searching(MinePlace place, Remarks remarks, int slots, long pairNanos) {
        this.place = place;
        this.remarks = remarks;
        this.slots = slots;
        this.pairNanos = pairNanos;
    }

    /** The newest pair of each library first, then the second newest of each: a search that is broken off has seen them all. */
    List<ReleasePair> pairs(List<Library> libraries, int most) throws InterruptedException {
        Releases releases = new Releases(place.libraries());
        List<List<ReleasePair>> byLibrary = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(LOOKING)) {
            List<Future<List<ReleasePair>>> looking = libraries.stream()
                    .map(library -> threads.submit(() -> pairs(releases, library, most)))
                    .toList();
            for (Future<List<ReleasePair>> pairs : looking) {
                byLibrary.add(pairs.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking for releases failed", e.getCause());
        }
        List<ReleasePair> all = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int at = i;
            byLibrary.stream().filter(pairs -> pairs.size() > at).forEach(pairs -> all.add(pairs.get(at)));
        }
        return List.copyOf(all);
    }

    private List<ReleasePair> pairs(Releases releases, Library library, int most) {
        try {
            List<ReleasePair> pairs = releases.pairs(library, most);
            remarks.say(library + ": " + pairs.size() + " pairs of releases"
                    + (pairs.isEmpty() ? "; its newest releases lack sources or test sources" : ""));
            return pairs;
        } catch (RepositoryFault e) {
            remarks.say(library + " is left out: " + e.getMessage());
            return List.of();
        }
    }

    /** @param store of what was found in such pairs before */
    List<Found> search(List<ReleasePair> pairs, FoundStore store) throws SandboxFault, InterruptedException {
        PairSearch search =
                new PairSearch(place::repositories, place.olderSources(), place.wholeOlder(), place.artifacts());
        long waiting =
                pairs.stream().filter(pair -> store.recall(pair).isEmpty()).count();
        AtomicInteger done = new AtomicInteger();
        return new Discovery(search, place.sandboxes(), store, pairNanos, System::nanoTime)
                .run(pairs, slots, new Discovery.Listener() {
                    @Override
                    public void began(ReleasePair pair) {
                        remarks.say("searching " + pair);
                    }

                    @Override
                    public void failed(ReleasePair pair, SandboxFault fault) {
                        remarks.say(pair + " was not searched, the sandbox failed: " + fault.getMessage()
                                + "; run the same command again to search it");
                    }

                    @Override
                    public void found(Found found) {
                        remarks.say("searched " + found.pair() + " (" + done.incrementAndGet() + " of " + waiting
                                + "): " + MineReport.line(found));
                    }
                });
    }
}
