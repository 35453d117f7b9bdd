package org.elenchus.tools.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import org.elenchus.tools.worker.probe.RequestThreads;
import org.elenchus.tools.worker.wire.Answer;
import org.elenchus.tools.worker.wire.Connection;
import org.elenchus.tools.worker.wire.Connection.Answered;
import org.elenchus.tools.worker.wire.Connection.Asked;
import org.elenchus.tools.worker.wire.Limits;
import org.elenchus.tools.worker.wire.Order;
import org.jspecify.annotations.Nullable;

/** Serves one order after another, each on a thread of its own that can be given up. */
final class Worker {
    /** Enough for honest recursion; what goes deeper has lost its way. */
    private static final long STACK_BYTES = 2 << 20;

    /** Share of the heap in use after a collection from which the worker asks to be replaced. */
    private static final double FULL = 0.7;

    /** The real error stream; what tests see as theirs is a sink. */
    private final PrintStream log = System.err;

    /** Share of the heap in use below which a worker that ran out of memory has recovered. */
    private static final double ROOMY = 0.4;

    private final Connection owner;
    private final Orders orders;
    private final TimeLimits limits;

    /** Processor time a request may take: {@code base + perTest · tests}, and {@code build} for building and discovery. Milliseconds. */
    record TimeLimits(long base, long perTest, long build) {
        long of(Order order) {
            return switch (order) {
                case Order.Build b -> build;
                case Order.Discover d -> build;
                case Order.Execute execute -> base + perTest * execute.tests().size();
            };
        }
    }

    Worker(Connection owner, Orders orders, TimeLimits limits) {
        this.owner = owner;
        this.orders = orders;
        this.limits = limits;
    }

    /** Returns when the owner closes the stream, or when this worker must be replaced. */
    void serve() throws IOException, InterruptedException {
        owner.greet(Limits.VERSION);
        owner.expectGreeting();
        while (true) {
            Asked asked;
            try {
                asked = owner.nextOrder();
            } catch (EOFException e) {
                return;
            }
            Answered answered = answer(asked);
            owner.answer(answered);
            if (answered.retire()) {
                return;
            }
        }
    }

    private Answered answer(Asked asked) throws InterruptedException {
        AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
        AtomicReference<@Nullable String> running = new AtomicReference<>();
        RequestThreads group = new RequestThreads();
        Orders.Hooks hooks = new Orders.Hooks(
                test -> {
                    running.set(test);
                    tell(new Answered(asked.nonce(), false, new Answer.Started(test)));
                },
                () -> interruptLeaked(group));
        Thread request = new Thread(
                group, () -> answer.set(carryOut(asked.order(), hooks, running)), "request", STACK_BYTES, false);
        request.start();
        Watchdog watchdog = new Watchdog(group, request);
        boolean ended = watchdog.await(limits.of(asked.order()));
        boolean clean = watchdog.stop();
        Answer given = answer.get();
        if (ended && given != null) {
            boolean retire = given instanceof Answer.OutOfMemory ? !clean || afterCollection() > ROOMY : isFull();
            return new Answered(asked.nonce(), retire, given);
        }
        if (ended) {
            return new Answered(asked.nonce(), true, new Answer.Refused("the request's thread died"));
        }
        String test = running.get();
        // Whoever is interrupted while it compiles leaves the compiler's archives closed, for all who compile after it.
        return new Answered(asked.nonce(), !clean || test == null, givenUp(test));
    }

    private static Answer givenUp(@Nullable String test) {
        return test == null ? new Answer.Refused("gave up before any test had begun") : new Answer.TimedOut(test);
    }

    private Answer carryOut(Order order, Orders.Hooks hooks, AtomicReference<@Nullable String> running) {
        try {
            return orders.carryOut(order, hooks);
        } catch (OutOfMemoryError e) {
            String test = running.get();
            return test == null ? new Answer.Refused(e.toString()) : new Answer.OutOfMemory(test);
        } catch (Throwable e) {
            // Whatever it is, the owner must hear of it.
            e.printStackTrace(log);
            return new Answer.Refused(e.toString());
        }
    }

    private void tell(Answered progress) {
        try {
            owner.answer(progress);
        } catch (IOException e) {
            // The owner is gone; the main thread finds out when it answers.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void interruptLeaked(RequestThreads group) {
        for (Thread thread : group.alive()) {
            if (thread != Thread.currentThread()) {
                thread.interrupt();
            }
        }
    }

    private static boolean isFull() {
        return used() > FULL && afterCollection() > FULL;
    }

    private static double afterCollection() {
        System.gc();
        return used();
    }

    private static double used() {
        Runtime runtime = Runtime.getRuntime();
        return (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
    }
}
