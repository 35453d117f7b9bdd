package org.elenchus.tools.simulation.machine;

import java.time.Duration;
import java.util.function.Supplier;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.setup.Setup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.jspecify.annotations.Nullable;

/**
 * What an actor system runs on: everything it executes is executed by {@link #step}, in an order drawn from the schedule's seed, at a time
 * that passes only there. Handed to the actor system as a setup, where its parts find each other. Not thread-safe once it is booted.
 */
public final class Machine extends Setup {
    /** Virtual time a step takes: a whole run is over before a recovery or a write would be given up. */
    private static final long NANOS_PER_STEP = Duration.ofMillis(1).toNanos();

    private final RunQueue queue = new RunQueue();
    private final Network network = new Network(this);
    private final JournalStore journal = new JournalStore(this);
    private final Trace trace = new Trace(this);
    private @Nullable VirtualTime time;
    private Chance chance = new Chance(0);
    private Weather weather = Weather.CALM;
    private volatile boolean simulating;
    private int steps;

    static Machine of(ActorSystemSetup setup) {
        return setup.get(Machine.class)
                .orElseThrow(() -> new IllegalStateException("this actor system was not given a machine"));
    }

    /** Starts an actor system, which waits for its own actors while it does: until it is up, a thread beside this one runs them. */
    public <T> ActorSystem<T> boot(Supplier<ActorSystem<T>> start) {
        Thread starter = new Thread(this::runUntilInterrupted, "simulation-boot");
        starter.setDaemon(true);
        starter.start();
        ActorSystem<T> system = start.get();
        time = (VirtualTime) system.classicSystem().scheduler();
        starter.interrupt();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an actor system started", e);
        }
        clear();
        return system;
    }

    private void runUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                queue.await().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins a schedule on an empty machine. @param keepTrace whether {@link #trace} is written */
    public void begin(Chance newChance, Weather newWeather, boolean keepTrace) {
        clear();
        chance = newChance;
        weather = newWeather;
        trace.begin(keepTrace);
        simulating = true;
    }

    /** Runs what is left to run, without faults, and forgets the rest. */
    public void end() {
        simulating = false;
        clear();
    }

    private void clear() {
        weather = Weather.CALM;
        network.reset();
        journal.reset();
        for (Runnable next = queue.take(null); next != null; next = queue.take(null)) {
            next.run();
        }
        time().reset();
        steps = 0;
    }

    /** One thing happens, or time goes on to the next that is scheduled. @return false when nothing will ever happen */
    public boolean step() {
        steps++;
        Runnable next = queue.take(weather.shuffled() ? chance : null);
        if (next == null) {
            return time().leap();
        }
        next.run();
        time().pass(NANOS_PER_STEP);
        return true;
    }

    /** Whether nothing is ready: what happens next is scheduled. */
    public boolean isIdle() {
        return queue.isEmpty();
    }

    public void change(Weather newWeather) {
        weather = newWeather;
    }

    /** Runs something after a while of virtual time. */
    public void after(Duration delay, Runnable task) {
        time().after(delay.toNanos(), task);
    }

    public Network network() {
        return network;
    }

    public JournalStore journal() {
        return journal;
    }

    public Trace trace() {
        return trace;
    }

    public Weather weather() {
        return weather;
    }

    public Chance chance() {
        return chance;
    }

    /** Steps of this schedule so far. */
    public int steps() {
        return steps;
    }

    /** Virtual time since the schedule began. */
    public Duration now() {
        return Duration.ofNanos(time().now());
    }

    void ready(Runnable task) {
        queue.add(task);
    }

    /** Work that takes its time where the weather is so. */
    void eventually(Duration longest, Runnable task) {
        if (simulating && chance.happens(weather.slow())) {
            time().after(chance.nanos(longest.toNanos()), task);
        } else {
            ready(task);
        }
    }

    boolean isSimulating() {
        return simulating;
    }

    VirtualTime time() {
        if (time == null) {
            throw new IllegalStateException("the machine has not been booted");
        }
        return time;
    }
}
