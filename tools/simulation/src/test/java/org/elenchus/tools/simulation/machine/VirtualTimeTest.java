package org.elenchus.tools.simulation.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.event.NoLogging;
import org.junit.jupiter.api.Test;
import scala.concurrent.ExecutionContext;

class VirtualTimeTest {
    private final VirtualTime time =
            new VirtualTime(ConfigFactory.empty(), NoLogging.getInstance(), Executors.defaultThreadFactory());
    private final List<String> rung = new ArrayList<>();

    @Test
    void timers_ring_in_the_order_they_are_due_and_among_equals_in_the_order_they_were_set() {
        time.after(20, () -> rung.add("late"));
        time.after(10, () -> rung.add("first"));
        time.after(10, () -> rung.add("second"));
        time.pass(15);
        assertThat(rung).containsExactly("first", "second");
        assertThat(time.leap()).isTrue();
        assertThat(rung).containsExactly("first", "second", "late");
        assertThat(time.now()).isEqualTo(20);
        assertThat(time.leap()).isFalse();
    }

    @Test
    void a_cancelled_timer_does_not_ring_and_one_that_rang_cannot_be_cancelled() {
        Cancellable cancelled = time.after(10, () -> rung.add("cancelled"));
        Cancellable other = time.after(10, () -> rung.add("other"));
        assertThat(cancelled.cancel()).isTrue();
        time.pass(10);
        assertThat(rung).containsExactly("other");
        assertThat(other.cancel()).isFalse();
    }

    @Test
    void a_periodic_timer_rings_again_and_again_until_it_is_cancelled() {
        ExecutionContext here = ExecutionContext.fromExecutor(Runnable::run);
        Cancellable periodic =
                time.schedule(Duration.ofNanos(5), Duration.ofNanos(10), () -> rung.add("at " + time.now()), here);
        time.pass(26);
        assertThat(rung).containsExactly("at 5", "at 15", "at 25");
        periodic.cancel();
        time.pass(100);
        assertThat(rung).hasSize(3);
    }
}
