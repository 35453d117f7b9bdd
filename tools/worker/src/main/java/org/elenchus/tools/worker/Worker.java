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
        Answer carriedOut = answer.get();
        Answer given = ended && carriedOut != null ? carriedOut : givenUp(ended, running.get());
        return new Answered(asked.nonce(), !clean || retires(given), given);
    }

    private static Answer givenUp(boolean ended, @Nullable String test) {
        if (ended) {
            return new Answer.Refused("the request's thread died");
        }
        return test == null ? new Answer.Refused("gave up before any test had begun") : new Answer.TimedOut(test);
    }

    /**
     * Whether a worker that answers this asks to be replaced. One that could not carry out its order cannot be trusted with the next: who
     * is interrupted while it compiles, for one, leaves the compiler's archives closed for all who compile after it.
     */
    private static boolean retires(Answer given) {
        return switch (given) {
            case Answer.Refused refused -> true;
            case Answer.TimedOut timedOut -> false;
            case Answer.OutOfMemory outOfMemory -> afterCollection() > ROOMY;
            case Answer.Ran ran -> isFull();
            case Answer.DidNotCompile refused -> isFull();
            case Answer.Built built -> isFull();
            case Answer.Discovered discovered -> isFull();
            case Answer.Started started -> false;
        };
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
