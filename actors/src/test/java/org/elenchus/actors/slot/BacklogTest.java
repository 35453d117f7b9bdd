package org.elenchus.actors.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Share;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog backlog = new Backlog();

    private static Backlog.Job job(String run, int number) {
        Work work = new Work.PrepareRepository(run + number, new RepositoryCoordinate("maven:org.example:lib:1.0"));
        return new Backlog.Job(run, work, number);
    }

    private void add(String run, int jobs) {
        for (int i = 0; i < jobs; i++) {
            backlog.add(job(run, i));
        }
    }

    /** The next so many jobs' ids. */
    private List<String> take(int most) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            backlog.take().ifPresent(job -> taken.add(job.id()));
        }
        return taken;
    }

    /** How many of the next so many jobs each run has. */
    private Map<String, Long> shares(int slots) {
        return take(slots).stream()
                .map(id -> id.replaceAll("\\d", ""))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    @Test
    void a_run_alone_is_served_in_order_and_has_all_slots() {
        add("a", 3);
        assertThat(take(4)).containsExactly("a0", "a1", "a2");
        assertThat(backlog.size()).isZero();
    }

    @Test
    void a_run_that_comes_later_does_not_wait_for_all_that_an_earlier_one_has() {
        add("a", 100);
        assertThat(take(2)).containsExactly("a0", "a1");
        add("b", 2);
        assertThat(take(3)).containsExactly("b0", "b1", "a2");
    }

    @Test
    void freed_slots_go_to_whoever_has_fewest() {
        add("a", 10);
        add("b", 10);
        assertThat(shares(6)).isEqualTo(Map.of("a", 3L, "b", 3L));
        backlog.released("a");
        backlog.released("a");
        assertThat(shares(2)).isEqualTo(Map.of("a", 2L));
    }

    @Test
    void slots_in_use_follow_priorities() {
        add("a", 100);
        add("b", 100);
        add("c", 100);
        backlog.share("a", new Share(30, Optional.empty()));
        backlog.share("b", new Share(20, Optional.empty()));
        assertThat(shares(60)).isEqualTo(Map.of("a", 30L, "b", 20L, "c", 10L));
    }

    @Test
    void a_run_has_no_more_slots_than_it_may_and_the_others_have_the_rest() {
        add("a", 10);
        add("b", 10);
        backlog.share("a", new Share(100, Optional.of(2)));
        assertThat(shares(8)).isEqualTo(Map.of("a", 2L, "b", 6L));
        backlog.released("a");
        backlog.share("b", new Share(100, Optional.of(1)));
        assertThat(take(5)).containsExactly("a2");
    }

    @Test
    void work_whose_slot_was_lost_is_the_first_of_its_run() {
        add("a", 3);
        Backlog.Job lost = backlog.take().orElseThrow();
        backlog.putBack(lost);
        assertThat(take(3)).containsExactly("a0", "a1", "a2");
    }

    @Test
    void what_is_withdrawn_does_not_wait_any_longer() {
        add("a", 3);
        add("b", 1);
        take(1);
        backlog.withdraw("a");
        assertThat(backlog.size()).isEqualTo(1);
        assertThat(backlog.find("a1")).isEmpty();
        assertThat(take(3)).containsExactly("b0");
        add("a", 1);
        assertThat(take(1)).containsExactly("a0");
    }

    @Test
    void what_need_not_be_done_any_more_is_skipped() {
        add("a", 3);
        backlog.remove(backlog.find("a1").orElseThrow());
        assertThat(take(3)).containsExactly("a0", "a2");
    }

    @Test
    void the_oldest_is_known_over_all_runs() {
        assertThat(backlog.oldest()).isEmpty();
        backlog.add(job("b", 5));
        backlog.add(job("a", 7));
        assertThat(backlog.oldest()).contains(5L);
        take(1);
        assertThat(backlog.oldest()).contains(5L);
        take(1);
        assertThat(backlog.oldest()).isEmpty();
    }
}
