package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.Promise;
import scala.concurrent.Promise$;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/**
 * What many want to know at the same time is asked of the database in one query: a question that finds a reader free is asked at once, and those
 * that come meanwhile go together into the next query. A query that fails, fails for all whose question was in it. Thread-safe.
 *
 * @param <Q> a question
 * @param <A> an answer
 */
final class SharedReads<Q, A> {
    /** One is waited for while the rows of the other are taken in; more only make queries smaller. */
    private static final int READERS = 2;

    /** Bounds what is in memory, with whatever bounds an answer. */
    private static final int LARGEST = 32;

    private final JournalThreads threads;
    private final ExecutionContext answering;
    private final Reader<Q, A> reader;
    private final Deque<Pending<Q, A>> waiting = new ArrayDeque<>();
    private int reading;

    /** Answers questions, in their order. */
    @FunctionalInterface
    interface Reader<Q, A> {
        List<A> read(Connection connection, List<Q> questions) throws SQLException;
    }

    private record Pending<Q, A>(Q question, Promise<A> answer) {}

    /** @param answering where answers are given */
    SharedReads(JournalThreads threads, ExecutionContext answering, Reader<Q, A> reader) {
        this.threads = threads;
        this.answering = answering;
        this.reader = reader;
    }

    /** Reads what is in the database from now on at the earliest. */
    Future<A> read(Q question) {
        Pending<Q, A> mine = new Pending<>(question, Promise$.MODULE$.apply());
        boolean free;
        synchronized (this) {
            waiting.add(mine);
            free = reading < READERS;
            reading += free ? 1 : 0;
        }
        if (free) {
            readOn();
        }
        return mine.answer().future();
    }

    private void readOn() {
        List<Pending<Q, A>> together = taken();
        if (together.isEmpty()) {
            return;
        }
        List<Q> questions = together.stream().map(Pending::question).toList();
        started(questions)
                .onComplete(
                        read -> {
                            readOn();
                            answer(together, read);
                            return BoxedUnit.UNIT;
                        },
                        answering);
    }

    /** Empty when there is nothing to read, and one reader less. */
    private synchronized List<Pending<Q, A>> taken() {
        List<Pending<Q, A>> together = new ArrayList<>();
        while (!waiting.isEmpty() && together.size() < LARGEST) {
            together.add(waiting.remove());
        }
        reading -= together.isEmpty() ? 1 : 0;
        return together;
    }

    private Future<List<A>> started(List<Q> questions) {
        try {
            return threads.run(connection -> reader.read(connection, questions));
        } catch (RuntimeException closed) {
            return Future$.MODULE$.failed(closed);
        }
    }

    private static <Q, A> void answer(List<Pending<Q, A>> together, Try<List<A>> read) {
        for (int i = 0; i < together.size(); i++) {
            Promise<A> answer = together.get(i).answer();
            if (read.isSuccess()) {
                answer.success(read.get().get(i));
            } else {
                answer.failure(read.failed().get());
            }
        }
    }
}
