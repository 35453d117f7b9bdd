package org.elenchus.tools.cli.node.load;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.elenchus.actors.wiring.ShardedDirectory;
import org.elenchus.protocol.run.EvolutionRunProtocol.Command;
import org.elenchus.protocol.run.EvolutionRunProtocol.GetStatus;
import org.elenchus.protocol.run.EvolutionRunProtocol.Start;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.RunSpec;

/** Keeps a number of runs under way: where one ends, the next begins. They live wherever their shard does. */
final class Demand {
    private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ActorSystem<?> system;
    private final ShardedDirectory directory;
    private final LoadNodeSettings settings;
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Demand(ActorSystem<?> system, ShardedDirectory directory, LoadNodeSettings settings) {
        this.system = system;
        this.directory = directory;
        this.settings = settings;
    }

    void begin() {
        for (int i = 0; i < settings.runs(); i++) {
            int first = i;
            Thread.ofVirtual().name("demand-" + i).start(() -> keep(first));
        }
    }

    int finished() {
        return finished.get();
    }

    int failed() {
        return failed.get();
    }

    /** One run after another; numbers are unique among all streams of all nodes. */
    private void keep(int stream) {
        int streams = settings.nodes() * settings.runs();
        int number = settings.number() * settings.runs() + stream;
        try {
            while (true) {
                follow(settings.load().run(number));
                number += streams;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(RunSpec spec) throws InterruptedException {
        Status status = ask(spec.runId(), replyTo -> new Start(spec, replyTo));
        while (status.phase() != Phase.FINISHED && status.phase() != Phase.FAILED) {
            Thread.sleep(LOOKS_EVERY);
            status = ask(spec.runId(), GetStatus::new);
        }
        if (status.phase() == Phase.FAILED) {
            system.log().error("{} failed: {}", spec.runId(), status.failure().orElse("no reason given"));
            failed.incrementAndGet();
        } else {
            finished.incrementAndGet();
        }
    }

    /** Commands are idempotent, so one that was not answered in time is sent again. */
    private Status ask(String runId, Function<ActorRef<Status>, Command> command) throws InterruptedException {
        while (true) {
            try {
                return AskPattern.<Command, Status>ask(
                                directory.run(runId), command::apply, PATIENCE, system.scheduler())
                        .toCompletableFuture()
                        .get();
            } catch (ExecutionException e) {
                system.log().warn("{} did not answer: {}", runId, String.valueOf(e.getCause()));
            }
        }
    }
}
