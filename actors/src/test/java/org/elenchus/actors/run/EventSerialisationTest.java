package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.validator.ValidatorProtocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EventSerialisationTest {
    private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.load());
    private static final Serialization SERIALISATION = SerializationExtension.get(KIT.system());

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    @Test
    void events_of_every_entity_round_trip_without_a_class_name() throws Exception {
        List<JournaledEvent> events = List.of(
                new RunFailed("no such repository"),
                new EvolutionRunProtocol.PhaseEntered(Phase.TRAINING, 2, 1),
                new RepositoryProtocol.PreparationRequested(new RepositoryCoordinate("maven:g:a:1")),
                new SolverProtocol.SolverOpened("run-1", 7, Digest.of("s"), Digest.of("g"), Optional.empty()),
                new CuratorProtocol.RegistryUpdated("distil/1", List.of()),
                new SkillProtocol.TracesObserved("distil/1", 1, List.of("a/0"), 8, 3),
                new ValidatorProtocol.CandidateJudged("judge/1/a", new Verdict.Undecided("c", "no slot")));
        for (JournaledEvent event : events) {
            var serialiser = (SerializerWithStringManifest) SERIALISATION.findSerializerFor(event);
            byte[] bytes = serialiser.toBinary(event);
            String manifest = serialiser.manifest(event);
            assertThat(manifest).doesNotContain("elenchus");
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .startsWith("{\"event\":\"")
                    .doesNotContain("org.elenchus");
            assertThat(serialiser.fromBinary(bytes, manifest)).isEqualTo(event);
        }
    }

    @Test
    void the_journal_holds_the_canonical_json_of_every_event() throws Exception {
        for (var sample : EventSamples.all()) {
            var serialiser = (SerializerWithStringManifest) SERIALISATION.findSerializerFor(sample.getValue());
            byte[] bytes = serialiser.toBinary(sample.getValue());
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(sample.getKey())
                    .isEqualTo(new String(ProtocolJson.write(sample.getValue()), StandardCharsets.UTF_8));
            assertThat(serialiser.fromBinary(bytes, "")).as(sample.getKey()).isEqualTo(sample.getValue());
        }
    }
}
