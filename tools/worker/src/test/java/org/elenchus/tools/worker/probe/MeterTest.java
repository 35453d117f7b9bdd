package org.elenchus.tools.worker.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MeterTest {
    /** Runs as a thread of the test until its fuel is gone. */
    private static Throwable runawayAside() throws InterruptedException {
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread aside = new Thread(() -> {
            try {
                while (true) {
                    Probes.step();
                }
            } catch (OutOfFuel e) {
                end.set(e);
            }
        });
        aside.start();
        aside.join();
        return end.get();
    }

    @Test
    void a_test_whose_threads_burned_all_there_was_leaves_fuel_for_what_runs_between_tests() throws Exception {
        Meter meter = Meter.start(10, null);
        assertThat(runawayAside()).isInstanceOf(OutOfFuel.class);
        Meter.Reading reading = meter.stop();

        assertThat(reading.concurrent()).isTrue();
        assertThat(reading.exhaustion()).isNotNull();
        assertThatCode(Probes::step).doesNotThrowAnyException();
    }

    @Test
    void what_runs_between_tests_may_not_run_for_ever_either() throws Exception {
        Meter.start(10, null).stop();

        assertThat(runawayAside()).isInstanceOf(OutOfFuel.class);
        Meter.start(10, null).stop();
        assertThatCode(Probes::step).doesNotThrowAnyException();
    }

    @Test
    void a_test_burns_its_own_fuel_to_the_last_line() {
        Meter meter = Meter.start(3, null);
        for (int line = 0; line < 3; line++) {
            Probes.step();
        }
        assertThat(meter.stop().used()).isEqualTo(3);
    }
}
