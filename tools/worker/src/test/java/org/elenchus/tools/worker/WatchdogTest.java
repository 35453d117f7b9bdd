package org.elenchus.tools.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.elenchus.tools.worker.probe.RequestThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WatchdogTest {
    private final RequestThreads group = new RequestThreads();

    private volatile boolean over;

    /** Whether the request ended by itself. */
    private boolean ends(long limitMillis, Runnable task) throws InterruptedException {
        over = false;
        Thread request = new Thread(group, task, "request");
        request.setDaemon(true);
        request.start();
        try {
            return new Watchdog(group, request).await(limitMillis);
        } finally {
            over = true;
        }
    }

    private static void compute(long millis) {
        long until = processorNanos() + millis * 1_000_000;
        while (processorNanos() < until) {
            Thread.onSpinWait();
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void what_ends_has_ended_by_itself() throws Exception {
        assertThat(ends(2_000, () -> compute(100))).isTrue();
    }

    @Test
    void what_computes_too_long_is_given_up_on_whichever_of_its_threads() throws Exception {
        assertThat(ends(300, () -> compute(60_000))).isFalse();
        assertThat(ends(300, () -> {
                    Thread other = new Thread(() -> compute(60_000));
                    other.setDaemon(true);
                    other.start();
                    while (!over) {
                        LockSupport.parkNanos(10_000_000);
                    }
                }))
                .isFalse();
    }

    @Test
    void what_blocks_in_the_system_is_given_up() throws Exception {
        try (ServerSocket never = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ends(300, () -> {
                        try {
                            never.accept().close();
                        } catch (IOException closed) {
                            over = true;
                        }
                    }))
                    .isFalse();
        }
    }

    @Test
    void on_a_busy_machine_a_request_gets_the_processor_time_it_may_use_however_long_that_takes() throws Exception {
        int busy = 20 * Runtime.getRuntime().availableProcessors();
        AtomicBoolean enough = new AtomicBoolean();
        for (int i = 0; i < busy; i++) {
            Thread other = new Thread(() -> {
                while (!enough.get()) {
                    Thread.onSpinWait();
                }
            });
            other.setDaemon(true);
            other.start();
        }
        long began = System.nanoTime();
        boolean ended = ends(500, () -> compute(200));
        enough.set(true);
        assertThat(ended).isTrue();
        // The machine really was busy.
        assertThat(System.nanoTime() - began).isGreaterThan(4 * 500 * 1_000_000L);
    }
}
