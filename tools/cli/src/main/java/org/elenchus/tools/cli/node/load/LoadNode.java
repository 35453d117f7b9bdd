package org.elenchus.tools.cli.node.load;

import com.sun.management.OperatingSystemMXBean;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.BootstrapSetup;
import org.apache.pekko.actor.setup.ActorSystemSetup;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.elenchus.actors.slot.SlotActor;
import org.elenchus.actors.slot.SlotMeter;
import org.elenchus.actors.wiring.Entities;
import org.elenchus.cluster.Profile;
import org.elenchus.persistence.Database;
import org.elenchus.tools.cli.node.StoredArtifacts;
import org.elenchus.tools.simulation.load.ExecutionMeter;

/** A node whose every sandbox is simulated. All else is as in {@link org.elenchus.tools.cli.node.Node}. */
final class LoadNode {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final ActorSystem<Void> system;
    private final Entities entities;
    private final ExecutionMeter meter = new ExecutionMeter();
    private final Demand demand;

    /** @param database initialised */
    LoadNode(LoadNodeSettings settings, Profile profile, Database database) {
        this.system = ActorSystem.create(
                Behaviors.empty(),
                Profile.SYSTEM,
                ActorSystemSetup.create(BootstrapSetup.create(config(profile, settings.slots())), database.setup()));
        this.entities = Entities.init(
                system, settings.load().workbench(new StoredArtifacts(database.artifacts()), meter), settings.slots());
        this.demand = new Demand(system, entities.directory(), settings);
        profile.join(system);
    }

    private static Config config(Profile profile, int slots) {
        Config own = ConfigFactory.parseMap(
                Map.of(
                        SlotActor.DISPATCHER + ".thread-pool-executor.fixed-pool-size",
                        slots,
                        // Nothing of a measurement is to be handed over: it ends at once.
                        "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook",
                        "off",
                        // All nodes share one machine, full when they start; nobody dies, late ones need not be missed.
                        "pekko.cluster.failure-detector.acceptable-heartbeat-pause",
                        "60s"),
                "a measuring node");
        return ConfigFactory.systemProperties()
                .withFallback(own)
                .withFallback(Database.config())
                .withFallback(profile.config())
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }

    /** Keeps runs under way from now on. */
    void begin() {
        demand.begin();
    }

    LoadReading read() {
        SlotMeter.Reading slots = entities.slots().read();
        Runtime runtime = Runtime.getRuntime();
        return new LoadReading(
                members(),
                meter.executions(),
                meter.nanos(),
                slots.done(),
                slots.faulted(),
                SYSTEM.getProcessCpuTime() / 1e9,
                runtime.totalMemory() - runtime.freeMemory(),
                resident(),
                demand.finished(),
                demand.failed());
    }

    private int members() {
        return (int)
                StreamSupport.stream(Cluster.get(system).state().getMembers().spliterator(), false)
                        .filter(member -> member.status().equals(MemberStatus.up()))
                        .count();
    }

    private static double resident() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
