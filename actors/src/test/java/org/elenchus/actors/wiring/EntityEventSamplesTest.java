package org.elenchus.actors.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checked-in JSON of the entities' events is what some journal holds: samples are added, never changed. */
class EntityEventSamplesTest {
    private static final List<Class<? extends JournaledEvent>> EVENTS = List.of(
            RepositoryProtocol.Event.class,
            SolverProtocol.Event.class,
            CuratorProtocol.Event.class,
            SkillProtocol.Event.class,
            ValidatorProtocol.Event.class);

    static Stream<Map.Entry<String, JournaledEvent>> samples() {
        return EntityEventSamples.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void old_json_still_decodes(Map.Entry<String, JournaledEvent> sample) throws IOException {
        Class<? extends JournaledEvent> type = EVENTS.stream()
                .filter(event -> event.isInstance(sample.getValue()))
                .findFirst()
                .orElseThrow();
        JournaledEvent decoded = ProtocolJson.read(json(sample.getKey()), type);
        assertThat(decoded).isEqualTo(sample.getValue());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void json_written_today_is_the_same(Map.Entry<String, JournaledEvent> sample) throws IOException {
        JsonNode written = ProtocolJson.mapper().readTree(ProtocolJson.write(sample.getValue()));
        assertThat(written).isEqualTo(ProtocolJson.mapper().readTree(json(sample.getKey())));
    }

    @Test
    void there_is_a_sample_of_every_event() {
        List<Class<?>> sampled =
                samples().<Class<?>>map(sample -> sample.getValue().getClass()).toList();
        EVENTS.forEach(event -> assertThat(sampled).containsAll(Arrays.asList(event.getPermittedSubclasses())));
    }

    private static byte[] json(String name) throws IOException {
        try (InputStream in = EntityEventSamplesTest.class.getResourceAsStream("/events/" + name + ".json")) {
            assertThat(in).as("sample %s", name).isNotNull();
            return in.readAllBytes();
        }
    }
}
