package org.elenchus.actors.slot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.elenchus.protocol.Message;
import org.jspecify.annotations.Nullable;

/** A slot: does one piece of work at a time on a blocking thread, hands in its result, and asks for the next. */
public final class SlotActor extends AbstractBehavior<SlotActor.Command> {
    /** Blocking threads for slots; see {@code elenchus-entities.conf}. */
    public static final String DISPATCHER = "elenchus.slot-dispatcher";

    /** A slot with nothing in hand says so again: the desk may have moved, a message may have been lost. */
    static final Duration REMINDER = Duration.ofSeconds(2);

    public sealed interface Command extends Message permits Assign, Drain, Private {}

    /** From the desk. @param number names this handing over; the same one may arrive twice */
    public record Assign(String number, Work work) implements Command {}

    /** Finish what is in hand, hand it in, and take no more. @param replyTo told when there is nothing in hand; on this node */
    public record Drain(ActorRef<Done> replyTo) implements Command {}

    private sealed interface Private extends Command {}

    private record Performed(String number, WorkResult result) implements Private {}

    private record Remind() implements Private {}

    private final ActorRef<WorkDesk.Command> desk;
    private final Bench bench;
    private final Executor blocking;
    private @Nullable String running;
    private @Nullable ActorRef<Done> drained;
    private Optional<WorkDesk.Completed> last = Optional.empty();

    private SlotActor(ActorContext<Command> context, ActorRef<WorkDesk.Command> desk, Bench bench) {
        super(context);
        this.desk = desk;
        this.bench = bench;
        this.blocking = context.getSystem().dispatchers().lookup(DispatcherSelector.fromConfig(DISPATCHER));
        report();
    }

    /** A slot with a sandbox of its own that pulls from this desk. */
    public static Behavior<Command> create(
            ActorRef<WorkDesk.Command> desk, Workbench workbench, Procedure procedure, SlotMeter meter) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            timers.startTimerWithFixedDelay(new Remind(), REMINDER);
            return new SlotActor(context, desk, new Bench(workbench.sandboxes(), procedure, meter));
        }));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Command.class, this::handle)
                .onSignal(PostStop.class, signal -> {
                    bench.close();
                    return this;
                })
                .build();
    }

    private Behavior<Command> handle(Command command) {
        switch (command) {
            case Assign assign -> start(assign);
            case Drain drain -> {
                drained = drain.replyTo();
                report();
                tellDrained();
            }
            case Performed performed -> {
                running = null;
                last = Optional.of(new WorkDesk.Completed(performed.number(), performed.result()));
                report();
                tellDrained();
            }
            case Remind remind -> report();
        }
        return this;
    }

    private void start(Assign assign) {
        boolean known = last.filter(l -> l.number().equals(assign.number())).isPresent();
        // What comes while draining goes to another slot as soon as the desk hears that this one leaves.
        if (running != null || known || drained != null) {
            return;
        }
        running = assign.number();
        getContext()
                .pipeToSelf(
                        CompletableFuture.supplyAsync(() -> bench.perform(assign.work()), blocking),
                        (result, failure) -> new Performed(
                                assign.number(),
                                failure == null
                                        ? result
                                        : new WorkResult.Faulted(assign.work().id(), failure.toString())));
    }

    private void tellDrained() {
        if (drained != null && running == null) {
            drained.tell(Done.getInstance());
        }
    }

    /** Asks for work, or tells that this slot leaves, unless something is in hand. */
    private void report() {
        if (running == null) {
            desk.tell(new WorkDesk.Ready(getContext().getSelf().narrow(), last, drained != null));
        }
    }
}
