package org.elenchus.actors.slot;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.Done;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.actors.testing.FakeSandbox;
import org.elenchus.actors.wiring.TinyWorld;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.load());
    private static final RepositoryCoordinate LIB = new RepositoryCoordinate("maven:org.example:lib:1.0");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final ActorRef<WorkDesk.Command> desk = KIT.spawn(WorkDesk.create());
    private final TestProbe<WorkResult> results = KIT.createTestProbe();
    private final SlotMeter meter = new SlotMeter();

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    private ActorRef<SlotActor.Command> slot(Procedure procedure) {
        return KIT.spawn(SlotActor.create(desk, new TinyWorld("alpha").workbench(), procedure, meter));
    }

    private void submit(String id) {
        desk.tell(new WorkDesk.Submit("run-1", new Work.PrepareRepository(id, LIB), results.getRef()));
    }

    private static WorkResult done(Work work) {
        return new WorkResult.RepositoryUnusable(work.id(), "done");
    }

    @Test
    void two_slots_work_at_the_same_time_each_on_one_piece() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Procedure meeting = (work, sandbox) -> {
            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
            await(both);
            inHand.decrementAndGet();
            return done(work);
        };
        slot(meeting);
        slot(meeting);
        for (int i = 0; i < 6; i++) {
            submit("w" + i);
        }
        assertThat(results.receiveSeveralMessages(6, SOON))
                .extracting(WorkResult::id)
                .containsExactlyInAnyOrder("w0", "w1", "w2", "w3", "w4", "w5");
        assertThat(most).hasValue(2);
        assertThat(meter.read().done()).isEqualTo(6);
    }

    @Test
    void work_waits_for_a_slot_and_a_new_slot_takes_it_first_come_first_served() {
        submit("first");
        submit("second");
        results.expectNoMessage(Duration.ofMillis(200));
        slot((work, sandbox) -> done(work));
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("first");
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("second");
    }

    @Test
    void work_submitted_again_is_done_once_and_told_to_both() {
        CountDownLatch go = new CountDownLatch(1);
        ConcurrentHashMap<String, Integer> times = new ConcurrentHashMap<>();
        slot((work, sandbox) -> {
            times.merge(work.id(), 1, Integer::sum);
            await(go);
            return done(work);
        });
        TestProbe<WorkResult> other = KIT.createTestProbe();
        submit("same");
        desk.tell(new WorkDesk.Submit("run-1", new Work.PrepareRepository("same", LIB), other.getRef()));
        submit("next");
        desk.tell(new WorkDesk.Submit("run-1", new Work.PrepareRepository("next", LIB), other.getRef()));
        go.countDown();
        assertThat(results.receiveSeveralMessages(2, SOON)).hasSize(2);
        assertThat(other.receiveSeveralMessages(2, SOON)).hasSize(2);
        assertThat(times).containsOnly(java.util.Map.entry("same", 1), java.util.Map.entry("next", 1));
    }

    @Test
    void a_slot_that_drains_hands_in_what_it_has_and_takes_no_more() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        ActorRef<SlotActor.Command> leaving = slot((work, sandbox) -> {
            begun.countDown();
            await(go);
            return done(work);
        });
        submit("in hand");
        submit("next");
        await(begun);
        TestProbe<Done> drained = KIT.createTestProbe();
        leaving.tell(new SlotActor.Drain(drained.getRef()));
        drained.expectNoMessage(Duration.ofMillis(200));
        go.countDown();
        drained.receiveMessage(SOON);
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("in hand");
        results.expectNoMessage(Duration.ofMillis(300));
        slot((work, sandbox) -> done(work));
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("next");
    }

    @Test
    void a_fault_is_retried_in_a_fresh_sandbox() {
        AtomicInteger tries = new AtomicInteger();
        TinyWorld world = new TinyWorld("alpha");
        KIT.spawn(SlotActor.create(
                desk,
                world.workbench(),
                (work, sandbox) -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new SandboxFault("worker lost");
                    }
                    return done(work);
                },
                meter));
        submit("shaky");
        assertThat(results.receiveMessage(SOON)).isEqualTo(new WorkResult.RepositoryUnusable("shaky", "done"));
        assertThat(world.opened).hasValue(3);
        assertThat(world.closed).hasValue(2);
    }

    @Test
    void work_that_the_disk_refused_is_tried_again_after_a_pause_that_closing_ends() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Procedure refused = (work, sandbox) -> {
            if (tries.incrementAndGet() == 1 || work.id().equals("never")) {
                throw new java.io.UncheckedIOException(new java.io.IOException("No space left on device"));
            }
            return done(work);
        };
        Bench bench = new Bench(new TinyWorld("alpha").workbench().sandboxes(), refused, meter);
        assertThat(bench.perform(new Work.PrepareRepository("once", LIB)))
                .isEqualTo(done(new Work.PrepareRepository("once", LIB)));
        assertThat(tries).hasValue(2);

        var waiting = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> bench.perform(new Work.PrepareRepository("never", LIB)));
        org.awaitility.Awaitility.await().until(() -> tries.get() == 3);
        bench.close();
        assertThat(waiting.get(2, java.util.concurrent.TimeUnit.SECONDS)).isInstanceOf(WorkResult.Faulted.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void a_sandbox_that_the_machine_refused_is_tried_again_after_a_pause_and_a_lost_one_at_once() {
        AtomicInteger tries = new AtomicInteger();
        Sandboxes away = () -> {
            if (tries.incrementAndGet() == 1) {
                throw new SandboxFault("no engine", new IOException("connection refused"));
            }
            return new FakeSandbox();
        };
        long begun = System.nanoTime();
        WorkResult result =
                new Bench(away, (work, sandbox) -> done(work), meter).perform(new Work.PrepareRepository("once", LIB));
        assertThat(result).isEqualTo(done(new Work.PrepareRepository("once", LIB)));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));

        long lost = System.nanoTime();
        Procedure losing = (work, sandbox) -> {
            throw new SandboxFault("worker lost", new IllegalStateException("of a candidate"));
        };
        assertThat(new Bench(FakeSandbox::new, losing, meter).perform(new Work.PrepareRepository("lost", LIB)))
                .isInstanceOf(WorkResult.Faulted.class);
        assertThat(Duration.ofNanos(System.nanoTime() - lost)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void faults_beyond_the_bound_and_bugs_are_told_as_faults_and_the_slot_lives_on() {
        slot((work, sandbox) -> switch (work.id()) {
            case "fault" -> throw new SandboxFault("no space left");
            case "bug" -> throw new IllegalStateException("a bug");
            default -> done(work);
        });
        submit("fault");
        submit("bug");
        submit("fine");
        assertThat(results.receiveSeveralMessages(3, SOON))
                .containsExactly(
                        new WorkResult.Faulted("fault", "SandboxFault: no space left"),
                        new WorkResult.Faulted("bug", "IllegalStateException: a bug"),
                        new WorkResult.RepositoryUnusable("fine", "done"));
        assertThat(meter.read()).extracting("done", "faulted").containsExactly(1L, 2L);
    }

    @Test
    void the_work_of_a_lost_slot_is_done_by_another() {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        var lost = slot((work, sandbox) -> {
            started.countDown();
            await(never);
            return done(work);
        });
        submit("orphan");
        await(started);
        KIT.stop(lost);
        never.countDown();
        slot((work, sandbox) -> done(work));
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("orphan");
    }

    /** What a slot with nothing in hand tells the desk. */
    private static WorkDesk.Ready ready(TestProbe<SlotActor.Assign> slot) {
        return new WorkDesk.Ready(slot.getRef(), Optional.empty(), false);
    }

    /** The same after a piece of work. */
    private static WorkDesk.Ready ready(TestProbe<SlotActor.Assign> slot, SlotActor.Assign last, WorkResult result) {
        return new WorkDesk.Ready(slot.getRef(), Optional.of(new WorkDesk.Completed(last.number(), result)), false);
    }

    @Test
    void a_lost_assignment_is_handed_over_again_and_a_repeated_result_is_told_once() {
        TestProbe<SlotActor.Assign> slot = KIT.createTestProbe();
        desk.tell(ready(slot));
        submit("once");
        SlotActor.Assign assign = slot.receiveMessage(SOON);
        desk.tell(ready(slot));
        assertThat(slot.receiveMessage(SOON)).isEqualTo(assign);
        WorkDesk.Ready finished = ready(slot, assign, done(assign.work()));
        desk.tell(finished);
        desk.tell(finished);
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("once");
        results.expectNoMessage(Duration.ofMillis(100));
        slot.expectNoMessage(Duration.ofMillis(100));
    }

    @Test
    void a_fault_that_is_told_again_does_not_end_work_that_was_submitted_anew_after_it() {
        TestProbe<SlotActor.Assign> slot = KIT.createTestProbe();
        desk.tell(ready(slot));
        submit("group");
        WorkDesk.Ready faulted = ready(slot, slot.receiveMessage(SOON), new WorkResult.Faulted("group", "worker lost"));
        desk.tell(faulted);
        assertThat(results.receiveMessage(SOON)).isEqualTo(new WorkResult.Faulted("group", "worker lost"));

        submit("group");
        SlotActor.Assign anew = slot.receiveMessage(SOON);
        desk.tell(faulted);
        assertThat(slot.receiveMessage(SOON)).as("the reminder crossed with it").isEqualTo(anew);
        results.expectNoMessage(Duration.ofMillis(100));
        desk.tell(ready(slot, anew, done(anew.work())));
        assertThat(results.receiveMessage(SOON)).isEqualTo(done(anew.work()));
    }

    @Test
    void a_result_of_work_that_an_earlier_desk_handed_out_counts_and_a_fault_does_not() {
        TestProbe<SlotActor.Assign> slot = KIT.createTestProbe();
        TestProbe<SlotActor.Assign> other = KIT.createTestProbe();
        SlotActor.Assign earlier = new SlotActor.Assign("7-1", new Work.PrepareRepository("done", LIB));
        submit("done");
        desk.tell(ready(slot, earlier, done(earlier.work())));
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("done");

        submit("faulted");
        assertThat(slot.receiveMessage(SOON).work().id()).isEqualTo("faulted");
        desk.tell(ready(other, earlier, new WorkResult.Faulted("faulted", "worker lost")));
        results.expectNoMessage(Duration.ofMillis(100));
    }

    @Test
    void what_was_assigned_to_a_slot_that_leaves_goes_to_another_at_once() {
        TestProbe<SlotActor.Assign> leaving = KIT.createTestProbe();
        TestProbe<SlotActor.Assign> other = KIT.createTestProbe();
        desk.tell(ready(leaving));
        submit("crossed");
        assertThat(leaving.receiveMessage(SOON).work().id()).isEqualTo("crossed");
        desk.tell(ready(other));
        desk.tell(new WorkDesk.Ready(leaving.getRef(), Optional.empty(), true));
        assertThat(other.receiveMessage(SOON).work().id()).isEqualTo("crossed");
        submit("next");
        leaving.expectNoMessage(Duration.ofMillis(100));
    }

    @Test
    void work_does_not_wait_for_a_slot_that_drains() {
        ActorRef<SlotActor.Command> leaving = slot((work, sandbox) -> done(work));
        submit("before");
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("before");
        TestProbe<Done> drained = KIT.createTestProbe();
        leaving.tell(new SlotActor.Drain(drained.getRef()));
        drained.receiveMessage(SOON);

        submit("after");
        slot((work, sandbox) -> done(work));
        assertThat(results.receiveMessage(SOON).id()).isEqualTo("after");
    }

    @Test
    void work_beyond_what_may_wait_is_not_answered_and_is_taken_when_it_is_asked_again() {
        TestProbe<WorkResult> beyond = KIT.createTestProbe();
        WorkDesk.Submit late = new WorkDesk.Submit("run-2", new Work.PrepareRepository("late", LIB), beyond.getRef());
        for (int i = 0; i < WorkDesk.CAPACITY; i++) {
            submit("w" + i);
        }
        desk.tell(late);
        beyond.expectNoMessage(Duration.ofMillis(300));

        desk.tell(new WorkDesk.Withdraw("run-1"));
        desk.tell(late);
        slot((work, sandbox) -> done(work));
        assertThat(beyond.receiveMessage(SOON)).isEqualTo(done(late.work()));
    }

    @Test
    void a_slot_closes_its_sandbox_when_it_stops() {
        TinyWorld world = new TinyWorld("alpha");
        var slot = KIT.spawn(SlotActor.create(desk, world.workbench(), (work, sandbox) -> done(work), meter));
        submit("one");
        results.receiveMessage(SOON);
        KIT.stop(slot);
        assertThat(world.closed).hasValue(1);
    }

    @Test
    void a_slot_may_be_closed_while_it_works_or_opens() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger closings = new AtomicInteger();
        Sandboxes slow = () -> {
            opening.countDown();
            await(closed);
            return closing(closings);
        };
        Bench bench = new Bench(slow, (work, sandbox) -> done(work), meter);
        var result = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> bench.perform(new Work.PrepareRepository("w", LIB)));
        await(opening);
        bench.close();
        closed.countDown();
        assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo(new WorkResult.Faulted("w", "the slot was closed"));
        assertThat(closings).hasValue(1);
    }

    private static Sandbox closing(AtomicInteger closings) {
        FakeSandbox inner = new FakeSandbox();
        return (Sandbox) java.lang.reflect.Proxy.newProxyInstance(
                Sandbox.class.getClassLoader(), new Class<?>[] {Sandbox.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        closings.incrementAndGet();
                    }
                    return method.invoke(inner, args);
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void policies_are_read_once_and_the_oldest_are_forgotten() {
        var artifacts = new org.elenchus.actors.testing.MemoryArtifacts();
        Policies policies = new Policies(artifacts);
        List<org.elenchus.protocol.Digest> digests = java.util.stream.IntStream.range(0, 9)
                .mapToObj(i -> artifacts.put(new org.elenchus.protocol.learning.PolicyWeights(
                        org.elenchus.protocol.learning.Role.SOLVER, List.of("f"), new double[] {i})))
                .toList();
        digests.forEach(policies::policy);
        digests.forEach(artifacts::lose);
        assertThat(policies.policy(digests.get(8)).weights()).containsExactly(8.0);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> policies.policy(digests.get(0)))
                .isInstanceOf(org.elenchus.actors.port.Artifacts.MissingArtifact.class);
    }
}
