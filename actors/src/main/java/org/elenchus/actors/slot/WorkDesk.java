package org.elenchus.actors.slot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.run.Share;

/**
 * Where work waits until a free slot pulls it; one per cluster. Runs share the slots by their {@link Share}. It remembers nothing durable: who submitted
 * work submits it again when asked again, and work under a known id is not started twice.
 *
 * <p>A slot is handed one piece of work at a time. Pekko's work-pulling controllers hand each worker at least one more in advance and
 * choose among workers at random, so that a quick task can wait behind a slow one while another slot is idle.
 */
public final class WorkDesk extends AbstractBehavior<WorkDesk.Command> {
    /** Work that may wait here; a run asks far less at a time. What comes beyond it is dropped: whoever asked asks again. */
    static final int CAPACITY = 100_000;

    public sealed interface Command extends Message permits Submit, Ready, Standing, Withdraw, Measure {}

    /** Have this done for a run. The result goes to everyone who submitted work of this id. */
    public record Submit(String run, Work work, ActorRef<WorkResult> replyTo) implements Command {
        public Submit {
            // Nodes of earlier versions name no run.
            run = Objects.requireNonNullElse(run, "");
        }
    }

    /** A run is at work and has this share of the slots; told again and again. */
    public record Standing(String run, Share share) implements Command {}

    /** A run stands still: what waits of it is dropped. When it goes on, it asks again. */
    public record Withdraw(String run) implements Command {}

    /**
     * A slot has nothing in hand.
     *
     * @param last what it did last; told again with every message until there is something newer
     * @param leaving whether it takes no more; slots of earlier versions do not tell
     */
    public record Ready(ActorRef<SlotActor.Assign> slot, Optional<Completed> last, boolean leaving)
            implements Command {}

    /** @param number the assignment's, see {@link SlotActor.Assign} */
    public record Completed(String number, WorkResult result) implements Message {}

    /** To itself: a second has passed. */
    private record Measure() implements Command {}

    private final DeskMeter meter;
    private final Backlog backlog = new Backlog();
    private final Map<String, Backlog.Job> started = new LinkedHashMap<>();
    private final Map<ActorRef<SlotActor.Assign>, SlotActor.Assign> assigned = new LinkedHashMap<>();
    private final Set<ActorRef<SlotActor.Assign>> idle = new LinkedHashSet<>();
    private long numbers;

    private WorkDesk(ActorContext<Command> context, DeskMeter meter) {
        super(context);
        this.meter = meter;
    }

    /** A desk that nobody watches. */
    public static Behavior<Command> create() {
        return Behaviors.setup(context -> new WorkDesk(context, new DeskMeter()));
    }

    /** @param meter set every second */
    public static Behavior<Command> create(DeskMeter meter) {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            timers.startTimerWithFixedDelay(new Measure(), Duration.ofSeconds(1));
            return new WorkDesk(context, meter);
        }));
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Command.class, this::handle)
                .onSignal(Terminated.class, this::slotLost)
                .onSignal(PostStop.class, stopped -> {
                    // The next desk may be on another node.
                    meter.set(new DeskMeter.Reading(0, 0, 0, 0));
                    return this;
                })
                .build();
    }

    private Behavior<Command> handle(Command command) {
        switch (command) {
            case Submit submit -> submitted(submit);
            case Ready ready -> ready(ready);
            case Standing standing -> backlog.share(standing.run(), standing.share());
            case Measure measure -> measure();
            case Withdraw withdraw -> backlog.withdraw(withdraw.run());
        }
        handOut();
        return this;
    }

    private void measure() {
        double oldest =
                backlog.oldest().map(since -> (System.nanoTime() - since) / 1e9).orElse(0.0);
        meter.set(new DeskMeter.Reading(backlog.size(), started.size(), idle.size(), oldest));
    }

    private void submitted(Submit submit) {
        String id = submit.work().id();
        Optional<Backlog.Job> known = Optional.ofNullable(started.get(id)).or(() -> backlog.find(id));
        if (known.isPresent()) {
            known.get().replyTo().add(submit.replyTo());
        } else if (backlog.size() < CAPACITY) {
            Backlog.Job job = new Backlog.Job(submit.run(), submit.work(), System.nanoTime());
            job.replyTo().add(submit.replyTo());
            backlog.add(job);
        }
    }

    private void ready(Ready ready) {
        getContext().watch(ready.slot());
        SlotActor.Assign current = assigned.get(ready.slot());
        boolean answers = current != null
                && ready.last().filter(l -> l.number().equals(current.number())).isPresent();
        ready.last().filter(last -> answers || !isFault(last)).ifPresent(this::completed);
        if (answers) {
            assigned.remove(ready.slot());
        }
        if (ready.leaving()) {
            left(ready.slot());
        } else if (current == null || answers) {
            idle.add(ready.slot());
        } else {
            // It asks although it was given work: the assignment crossed with this message or was lost.
            ready.slot().tell(current);
        }
    }

    /** A fault counts once. Told again, it would end work that was submitted anew after it, as a run that is taken up again does. */
    private static boolean isFault(Completed completed) {
        return completed.result() instanceof WorkResult.Faulted;
    }

    /** A result counts whoever handed the work out, so that nothing done under an earlier desk is done again. */
    private void completed(Completed completed) {
        String id = completed.result().id();
        Backlog.Job job = started.remove(id);
        if (job != null) {
            backlog.released(job.run());
        } else {
            job = backlog.find(id).orElse(null);
            if (job == null) {
                return;
            }
            backlog.remove(job);
        }
        job.replyTo().forEach(replyTo -> replyTo.tell(completed.result()));
    }

    private void handOut() {
        while (!idle.isEmpty()) {
            Optional<Backlog.Job> next = backlog.take();
            if (next.isEmpty()) {
                return;
            }
            var slot = idle.iterator().next();
            idle.remove(slot);
            started.put(next.get().id(), next.get());
            var assign = new SlotActor.Assign(
                    getContext().getSelf().path().uid() + "-" + numbers++,
                    next.get().work());
            assigned.put(slot, assign);
            slot.tell(assign);
        }
    }

    private Behavior<Command> slotLost(Terminated signal) {
        left(signal.getRef());
        handOut();
        return this;
    }

    /** A slot does no more: what it was handed goes to another. */
    private void left(ActorRef<?> slot) {
        idle.remove(slot);
        SlotActor.Assign undone = assigned.remove(slot);
        Backlog.Job job = undone == null ? null : started.remove(undone.work().id());
        if (job != null) {
            backlog.putBack(job);
        }
    }
}
