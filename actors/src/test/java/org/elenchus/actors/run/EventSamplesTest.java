package org.elenchus.actors.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checked-in JSON of every event is what some journal holds: it may be added to, never changed. */
class EventSamplesTest {
    static Stream<Map.Entry<String, Event>> samples() {
        return EventSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void old_json_still_decodes(Map.Entry<String, Event> sample) throws IOException {
        assertThat(ProtocolJson.read(json(sample.getKey()), Event.class)).isEqualTo(sample.getValue());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void json_written_today_is_the_same(Map.Entry<String, Event> sample) throws IOException {
        JsonNode written = ProtocolJson.mapper().readTree(ProtocolJson.write(sample.getValue()));
        assertThat(written).isEqualTo(ProtocolJson.mapper().readTree(json(sample.getKey())));
    }

    @Test
    void there_is_a_sample_of_every_event() {
        List<Class<?>> sampled =
                samples().<Class<?>>map(sample -> sample.getValue().getClass()).toList();
        assertThat(sampled).containsAll(Arrays.asList(Event.class.getPermittedSubclasses()));
    }

    private static byte[] json(String name) throws IOException {
        try (InputStream in = EventSamplesTest.class.getResourceAsStream("/events/run/" + name + ".json")) {
            assertThat(in).as("sample %s", name).isNotNull();
            return in.readAllBytes();
        }
    }
}
