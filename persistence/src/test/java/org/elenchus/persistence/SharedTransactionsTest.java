package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SharedTransactionsTest {
    private final List<List<Integer>> transactions = Collections.synchronizedList(new ArrayList<>());

    @Test
    void a_row_alone_is_stored_at_once() throws Exception {
        SharedTransactions<Integer> shared = new SharedTransactions<>(transactions::add);

        assertThat(shared.store(1)).isTrue();
        assertThat(shared.store(2)).isTrue();
        assertThat(transactions).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void every_row_of_many_threads_is_stored_once_before_its_thread_goes_on() throws Exception {
        List<Integer> stored = Collections.synchronizedList(new ArrayList<>());
        SharedTransactions<Integer> shared = new SharedTransactions<>(stored::addAll);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> all = IntStream.range(0, 2000)
                    .<Callable<Boolean>>mapToObj(row -> () -> shared.store(row) && stored.contains(row))
                    .toList();
            for (Future<Boolean> one : threads.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(stored).hasSize(2000).doesNotHaveDuplicates();
    }

    @Test
    void rows_that_wait_for_a_busy_writer_share_one_transaction() throws Exception {
        CountDownLatch busy = new CountDownLatch(2);
        CountDownLatch free = new CountDownLatch(1);
        SharedTransactions<Integer> shared = new SharedTransactions<>(rows -> {
            transactions.add(rows);
            if (rows.get(0) < 0) {
                busy.countDown();
                await(free);
            }
        });
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<Boolean>> all = new ArrayList<>();
            all.add(threads.submit(() -> shared.store(-1)));
            Awaitility.await().until(() -> busy.getCount() == 1);
            all.add(threads.submit(() -> shared.store(-2)));
            busy.await();
            List<Thread> waiting = new ArrayList<>();
            for (int row = 0; row < 5; row++) {
                int number = row;
                all.add(threads.submit(() -> {
                    waiting.add(Thread.currentThread());
                    return shared.store(number);
                }));
                int begun = row + 1;
                Awaitility.await()
                        .until(() ->
                                waiting.size() == begun && waiting.get(number).getState() == Thread.State.WAITING);
            }
            free.countDown();
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(transactions).containsExactly(List.of(-1), List.of(-2), List.of(0, 1, 2, 3, 4));
    }

    @Test
    void whoever_was_part_of_a_failed_transaction_hears_of_it_and_the_next_is_not_touched() throws Exception {
        SharedTransactions<Integer> shared = new SharedTransactions<>(rows -> {
            if (rows.contains(13)) {
                throw new SQLException("refused");
            }
        });

        assertThat(shared.store(13)).isFalse();
        assertThat(shared.store(14)).isTrue();
    }

    private static void await(CountDownLatch latch) throws SQLException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
    }
}
