package org.elenchus.tools.sandbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SharedOutcomesTest {
    private static final Digest REQUEST = Digest.of("request");
    private static final Execution FIRST = new Execution.Crashed("first");
    private static final Execution SECOND = new Execution.Crashed("second");

    private final ExecutionMeter meter = new ExecutionMeter();
    private final SharedOutcomes outcomes = new SharedOutcomes(new MapMemo(), meter);
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CountDownLatch executing = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Execution slowly(Execution outcome) {
        executing.countDown();
        try {
            assertThat(goOn.await(10, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return outcome;
    }

    private Future<Execution> second(AtomicInteger own) throws Exception {
        assertThat(executing.await(10, SECONDS)).isTrue();
        CompletableFuture<Thread> asking = new CompletableFuture<>();
        Future<Execution> second = threads.submit(() -> {
            asking.complete(Thread.currentThread());
            return outcomes.of(REQUEST, () -> {
                own.incrementAndGet();
                return SECOND;
            });
        });
        Thread thread = asking.get(10, SECONDS);
        Awaitility.await()
                .until(() ->
                        Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING).contains(thread.getState()));
        return second;
    }

    @Test
    void what_is_under_way_is_waited_for_and_what_is_known_is_not_executed() throws Exception {
        AtomicInteger own = new AtomicInteger();
        Future<Execution> first = threads.submit(() -> outcomes.of(REQUEST, () -> slowly(FIRST)));
        Future<Execution> second = second(own);
        assertThat(second.isDone()).isFalse();
        goOn.countDown();

        assertThat(first.get()).isEqualTo(FIRST);
        assertThat(second.get()).isEqualTo(FIRST);
        assertThat(outcomes.of(REQUEST, () -> SECOND)).isEqualTo(FIRST);
        assertThat(outcomes.of(Digest.of("another"), () -> SECOND)).isEqualTo(SECOND);
        assertThat(own).hasValue(0);
        assertThat(meter.memoHits()).isEqualTo(2);
    }

    @Test
    void where_the_one_that_executes_comes_to_nothing_the_one_that_waits_executes() throws Exception {
        AtomicInteger own = new AtomicInteger();
        Future<Execution> first = threads.submit(() -> outcomes.of(REQUEST, () -> {
            slowly(FIRST);
            throw new SandboxFault("no disk");
        }));
        Future<Execution> second = second(own);
        goOn.countDown();

        assertThatThrownBy(first::get).hasRootCauseMessage("no disk");
        assertThat(second.get()).isEqualTo(SECOND);
        assertThat(own).hasValue(1);
    }
}
