package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.TestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SlotPoolTest {
    private static final List<Integer> ITEMS = IntStream.range(0, 1000).boxed().toList();

    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

    /** A sandbox of which nothing is asked. */
    private static final class Idle implements Sandbox {
        @Override
        public BuildReport build(Digest snapshot) {
            throw new IllegalStateException();
        }

        @Override
        public List<TestId> discover(Digest snapshot) {
            throw new IllegalStateException();
        }

        @Override
        public Execution execute(ExecutionRequest request) {
            throw new IllegalStateException();
        }

        @Override
        public Execution executeAfresh(ExecutionRequest request) {
            throw new IllegalStateException();
        }

        @Override
        public void close() {}
    }

    @Test
    void every_item_is_done_once() throws Exception {
        SlotPool.each(ITEMS, 3, Idle::new, (item, sandbox) -> done.add(item));
        assertThat(done).containsExactlyInAnyOrderElementsOf(ITEMS);
    }

    @Test
    void when_the_last_slot_fails_the_first_begins_nothing_more() {
        CountDownLatch firstHasOne = new CountDownLatch(1);
        CountDownLatch lastHasFailed = new CountDownLatch(1);
        AtomicInteger opened = new AtomicInteger();
        Sandboxes sandboxes = () -> {
            if (opened.getAndIncrement() == 0) {
                return new Idle();
            }
            await(firstHasOne);
            lastHasFailed.countDown();
            throw new SandboxFault("no memory");
        };
        assertThatThrownBy(() -> SlotPool.each(ITEMS, 2, sandboxes, (item, sandbox) -> {
                    firstHasOne.countDown();
                    await(lastHasFailed);
                    done.add(item);
                    pause();
                }))
                .isInstanceOf(SandboxFault.class)
                .hasMessage("no memory");
        assertThat(done)
                .as("what was begun when the fault came, and little more")
                .hasSizeLessThan(ITEMS.size() / 2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
