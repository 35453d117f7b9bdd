package org.elenchus.tools.cli.node;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.pekko.actor.setup.Setup;
import org.elenchus.actors.run.RunMeter;
import org.elenchus.actors.slot.DeskMeter;
import org.elenchus.actors.slot.SlotMeter;
import org.elenchus.actors.wiring.Entities;
import org.elenchus.protocol.task.Gate;
import org.elenchus.tools.sandbox.ExecutionMeter;

/**
 * What a node measures, in Prometheus' terms. Names begin with {@code elenchus_}, but for those of the JVM and of the database
 * connections ({@code hikaricp_}). Handed to the actor system when it is made, for {@link MetricsRoute}.
 */
public final class NodeMetrics extends Setup implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<String, Integer> entities = new ConcurrentHashMap<>();

    /** Measures the JVM from now on. */
    public NodeMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Where others add what they measure. */
    public MeterRegistry registry() {
        return registry;
    }

    /** @param slots how many this node has */
    void watch(Entities node, ExecutionMeter executions, int slots) {
        gauge("elenchus.slots", "Slots of this node", slots, count -> count);
        watch(node.slots());
        watch(executions);
        watch(node.desk());
        watch(node.runs());
    }

    private void watch(SlotMeter slots) {
        String work = "Pieces of work done";
        gauge("elenchus.slots.busy", "Slots of this node at work", slots, ofSlots(SlotMeter.Reading::inUse));
        counter(
                "elenchus.slot.busy.seconds",
                "Time slots were at work",
                slots,
                ofSlots(read -> read.busyNanos() / 1e9));
        counter("elenchus.work", work, slots, ofSlots(SlotMeter.Reading::done), Tag.of("end", "done"));
        counter("elenchus.work", work, slots, ofSlots(SlotMeter.Reading::faulted), Tag.of("end", "faulted"));
        counter("elenchus.rollouts", "Rollouts graded", slots, ofSlots(SlotMeter.Reading::rollouts));
        counter(
                "elenchus.rollouts.solved",
                "Rollouts that solved their task",
                slots,
                ofSlots(SlotMeter.Reading::solved));
        for (String verdict : verdicts()) {
            counter(
                    "elenchus.verdicts",
                    "Candidates judged: valid, undecided or refused by a gate",
                    slots,
                    ofSlots(read -> read.verdicts().getOrDefault(verdict, 0L)),
                    Tag.of("verdict", verdict));
        }
    }

    private static ToDoubleFunction<SlotMeter> ofSlots(ToDoubleFunction<SlotMeter.Reading> figure) {
        return meter -> figure.applyAsDouble(meter.read());
    }

    private void watch(ExecutionMeter all) {
        counter("elenchus.candidates.executed", "Candidates executed", all, ExecutionMeter::executions);
        counter("elenchus.candidates.remembered", "Candidates not executed again", all, ExecutionMeter::memoHits);
        counter("elenchus.workers.started", "Worker processes started", all, ExecutionMeter::workerStarts);
        counter("elenchus.workers.lost", "Worker processes lost", all, ExecutionMeter::losses);
    }

    private void watch(DeskMeter desk) {
        gauge("elenchus.desk.waiting", "Work that waits at the desk", desk, ofDesk(DeskMeter.Reading::waiting));
        gauge("elenchus.desk.in.hand", "Work handed out by the desk", desk, ofDesk(DeskMeter.Reading::inHand));
        gauge("elenchus.desk.idle.slots", "Slots the desk has no work for", desk, ofDesk(DeskMeter.Reading::idle));
        gauge(
                "elenchus.desk.oldest.seconds",
                "Age of the oldest work that waits",
                desk,
                ofDesk(DeskMeter.Reading::oldestSeconds));
    }

    private static ToDoubleFunction<DeskMeter> ofDesk(ToDoubleFunction<DeskMeter.Reading> figure) {
        return meter -> figure.applyAsDouble(meter.read());
    }

    private void watch(RunMeter runs) {
        counter("elenchus.iterations", "Iterations completed", runs, ofRuns(RunMeter.Reading::iterations));
        counter(
                "elenchus.iterations.aligned",
                "Iterations completed that have a mean cosine",
                runs,
                ofRuns(RunMeter.Reading::aligned));
        gauge("elenchus.iterations.cosine.sum", "Sum of the mean cosines", runs, ofRuns(RunMeter.Reading::cosines));
        gauge(
                "elenchus.iterations.held.out.sum",
                "Sum of the held-out solve rates",
                runs,
                ofRuns(RunMeter.Reading::heldOut));
    }

    private static ToDoubleFunction<RunMeter> ofRuns(ToDoubleFunction<RunMeter.Reading> figure) {
        return meter -> figure.applyAsDouble(meter.read());
    }

    /** Says how many entities of a kind live here. */
    void living(String kind, int count) {
        if (entities.put(kind, count) == null) {
            Gauge.builder("elenchus.entities", entities, all -> all.getOrDefault(kind, 0))
                    .description("Entities that live on this node")
                    .tag("kind", kind)
                    .register(registry);
        }
    }

    /** All of it, in Prometheus' text format. */
    String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private static List<String> verdicts() {
        return Stream.concat(
                        Stream.of("valid", "undecided"),
                        Arrays.stream(Gate.values()).map(SlotMeter::label))
                .toList();
    }

    private <T> void counter(String name, String description, T source, ToDoubleFunction<T> value, Tag... tags) {
        FunctionCounter.builder(name, source, value)
                .description(description)
                .tags(Tags.of(tags))
                .register(registry);
    }

    private <T> void gauge(String name, String description, T source, ToDoubleFunction<T> value) {
        Gauge.builder(name, source, value)
                .description(description)
                .strongReference(true)
                .register(registry);
    }
}
