package org.elenchus.actors.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.persistence.testkit.PersistenceTestKitPlugin;
import org.apache.pekko.persistence.testkit.PersistenceTestKitSnapshotPlugin;
import org.apache.pekko.persistence.testkit.javadsl.PersistenceTestKit;
import org.awaitility.Awaitility;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.learning.GeneratorReward;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.validator.ValidatorProtocol;
import org.junit.jupiter.api.Test;

/** Real entities on a cluster of one, with a journal in memory; only the execution of code is scripted. */
class EntitiesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Config CONFIG = ConfigFactory.parseString("""
                    pekko.loglevel = WARNING
                    pekko.actor.provider = cluster
                    pekko.cluster.roles = ["coordinator", "entities"]
                    pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
                    pekko.cluster.sharding.number-of-shards = 8
                    pekko.cluster.jmx.enabled = off
                    pekko.coordinated-shutdown.exit-jvm = off
                    elenchus.run.ask-again.longest = 5s
                    """)
            .withFallback(PersistenceTestKitPlugin.config())
            .withFallback(PersistenceTestKitSnapshotPlugin.config())
            .withFallback(ConfigFactory.load());

    /** A node with its entities and slots. */
    private record Node(ActorTestKit kit, TinyWorld world, Entities entities) implements AutoCloseable {
        static Node start(int slots) {
            ActorTestKit kit = ActorTestKit.create("elenchus", CONFIG);
            TinyWorld world = new TinyWorld("alpha", "beta", "gamma");
            Entities entities = Entities.init(kit.system(), world.workbench(), slots);
            Cluster cluster = Cluster.get(kit.system());
            cluster.manager().tell(new Join(cluster.selfMember().address()));
            return new Node(kit, world, entities);
        }

        ShardedDirectory directory() {
            return entities.directory();
        }

        RepositoryCoordinate repository(int i) {
            return world.repositories.get(i).summary().coordinate();
        }

        EvolutionRunProtocol.Status run(RunSpec spec) {
            TestProbe<EvolutionRunProtocol.Status> probe = kit.createTestProbe();
            var run = directory().run(spec.runId());
            run.tell(new EvolutionRunProtocol.Start(spec, probe.getRef()));
            probe.receiveMessage(PATIENCE);
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () -> {
                                run.tell(new EvolutionRunProtocol.GetStatus(probe.getRef()));
                                return probe.receiveMessage(PATIENCE);
                            },
                            status -> status.phase() == Phase.FINISHED || status.phase() == Phase.FAILED);
        }

        /** All events of all entities of a run, by persistence id, each entity's in the order of their JSON. */
        Map<String, List<String>> history(RunSpec spec, SkillId... skills) {
            PersistenceTestKit journal = PersistenceTestKit.create(kit.system());
            List<String> ids = new ArrayList<>(
                    List.of("EvolutionRun|" + spec.runId(), "Solver|" + spec.runId(), "SkillCurator|" + spec.runId()));
            for (RepositoryCoordinate repository : spec.pools().all()) {
                ids.add("Repository|" + EntityIds.of(spec.runId(), repository.value()));
                ids.add("Validator|" + EntityIds.of(spec.runId(), repository.value()));
            }
            for (SkillId skill : skills) {
                ids.add("Skill|" + EntityIds.of(spec.runId(), skill.value()));
            }
            Map<String, List<String>> history = new TreeMap<>();
            for (String id : ids) {
                history.put(
                        id,
                        journal.persistedInStorage(id).stream()
                                .map(event ->
                                        new String(ProtocolJson.write(event), java.nio.charset.StandardCharsets.UTF_8))
                                .sorted()
                                .toList());
            }
            return history;
        }

        @Override
        public void close() {
            kit.shutdownTestKit();
        }
    }

    private static RunSpec spec(Node node, long seed) {
        Pools pools = new Pools(List.of(node.repository(0)), List.of(node.repository(1)), List.of(node.repository(2)));
        return new RunSpec(
                seed,
                pools,
                2,
                6,
                12,
                6,
                6,
                3,
                4,
                4,
                4,
                4,
                1,
                1,
                GeneratorReward.ALIGNMENT,
                TinyWorld.LEARNING,
                List.of(),
                Optional.empty());
    }

    @Test
    void the_directory_reaches_every_kind_of_entity() {
        try (Node node = Node.start(2)) {
            TestProbe<RepositoryProtocol.Reply> repositories = node.kit().createTestProbe();
            node.directory()
                    .repository("run-x", node.repository(0))
                    .tell(new RepositoryProtocol.Prepare(node.repository(0), repositories.getRef()));
            var prepared = (RepositoryProtocol.Prepared) repositories.receiveMessage(PATIENCE);
            assertThat(prepared.summary().tests()).isEqualTo(TinyWorld.SUMS);

            TestProbe<SolverProtocol.Reply> solver = node.kit().createTestProbe();
            node.directory()
                    .solver("run-x")
                    .tell(new SolverProtocol.Open("run-x", 7, MutationMix.BALANCED, solver.getRef()));
            var opened = (SolverProtocol.Opened) solver.receiveMessage(PATIENCE);

            TestProbe<SkillProtocol.Reply> skills = node.kit().createTestProbe();
            node.directory()
                    .skill("run-x", SkillId.UNGUIDED)
                    .tell(new SkillProtocol.Propose(
                            "plant/0",
                            7,
                            Pool.TRAIN,
                            node.repository(0),
                            prepared.summary().snapshot(),
                            5,
                            opened.generator(),
                            List.of(),
                            List.of(),
                            skills.getRef()));
            var proposed = (SkillProtocol.Proposed) skills.receiveMessage(PATIENCE);
            assertThat(proposed.candidates()).hasSize(5);

            TestProbe<ValidatorProtocol.Reply> validator = node.kit().createTestProbe();
            node.directory()
                    .validator("run-x", node.repository(0))
                    .tell(new ValidatorProtocol.Judge("batch", proposed.candidates(), validator.getRef()));
            assertThat(validator.receiveSeveralMessages(5, PATIENCE)).hasSize(5);

            TestProbe<CuratorProtocol.Reply> curator = node.kit().createTestProbe();
            node.directory()
                    .curator("run-x")
                    .tell(new CuratorProtocol.Distil("distil/1", "run-x", 1, List.of(), curator.getRef()));
            assertThat(curator.receiveMessage(PATIENCE))
                    .isEqualTo(new CuratorProtocol.Distilled("distil/1", List.of()));
        }
    }

    @Test
    void a_whole_run_gives_the_same_history_with_one_slot_as_with_four() {
        SkillId[] skills = {SkillId.UNGUIDED, new SkillId("mend-0"), new SkillId("mend-1"), new SkillId("mend-2")};
        Map<String, List<String>> alone;
        try (Node node = Node.start(1)) {
            EvolutionRunProtocol.Status status = node.run(spec(node, 11));
            assertThat(status.failure()).isEmpty();
            assertThat(status.reports()).hasSize(3);
            assertThat(status.reports().get(1).admitted()).isPositive();
            alone = node.history(spec(node, 11), skills);
            assertThat(alone.values())
                    .filteredOn(List::isEmpty)
                    .as("which of the three skills to mend come of the traces is a matter of the draws; one does")
                    .hasSizeLessThan(3);
            assertThat(node.entities().slots().read().faulted()).isZero();
        }
        try (Node node = Node.start(4)) {
            node.run(spec(node, 11));
            assertThat(node.history(spec(node, 11), skills)).isEqualTo(alone);
        }
    }
}
