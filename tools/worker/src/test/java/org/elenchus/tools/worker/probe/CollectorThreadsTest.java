package org.elenchus.tools.worker.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Cleaner;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CollectorThreadsTest {
    private static final int LINES = 1_000;

    /** Ends once the collector has found something and a cleaner has run this many lines because of it. */
    private static void clean() throws InterruptedException {
        CountDownLatch cleaned = new CountDownLatch(1);
        Cleaner.create().register(new Object(), () -> {
            for (int line = 0; line < LINES; line++) {
                Probes.hit(0);
            }
            cleaned.countDown();
        });
        do {
            System.gc();
        } while (!cleaned.await(10, TimeUnit.MILLISECONDS));
    }

    @Test
    void what_a_cleaner_does_is_nothing_the_test_did() throws Exception {
        Meter.Marks marks = new Meter.Marks(1);
        Meter meter = Meter.start(100, marks);
        clean();
        assertThat(Probes.burned()).isLessThan(LINES);
        Meter.Reading reading = meter.stop();
        assertThat(reading.concurrent()).isFalse();
        assertThat(marks.passed().isEmpty()).isTrue();
    }

    @Test
    void the_jvms_own_threads_are_told_from_those_of_a_program() {
        List<Thread> threads = List.copyOf(Thread.getAllStackTraces().keySet());
        assertThat(threads.stream().filter(CollectorThreads::include).map(Thread::getName))
                .contains("Common-Cleaner", "Finalizer", "Reference Handler");
        assertThat(CollectorThreads.include(Thread.currentThread())).isFalse();
        assertThat(CollectorThreads.include(new Thread(() -> {}, "Cleaner-0"))).isFalse();
    }
}
