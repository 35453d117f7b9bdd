package org.elenchus.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunFailed;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunPaused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypesTest {
    private static final JournaledEvent LARGE = new RunFailed("é".repeat(20_000));

    private static byte[] compressed(JournaledEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(ProtocolJson.write(event));
        }
        return bytes.toByteArray();
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] without(int last, byte[] payload) {
        return Arrays.copyOf(payload, payload.length - last);
    }

    @Test
    void an_event_is_the_same_whether_it_was_compressed_or_not() throws Exception {
        assertThat(EventTypes.decode(ProtocolJson.write(LARGE), event -> true)).contains(LARGE);
        assertThat(EventTypes.decode(compressed(LARGE), event -> true)).contains(LARGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 20})
    void a_compressed_event_cut_short_is_none(int last) throws Exception {
        byte[] cut = without(last, compressed(LARGE));

        assertThatIOException().isThrownBy(() -> EventTypes.decode(cut, event -> true));
        assertThatIOException().isThrownBy(() -> EventTypes.decode(cut, event -> false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"event\":\"of-the-future\",\"reason\":\"x\"} | unknown event 'of-the-future'",
                "{\"cause\":{\"event\":\"run-failed\"}} | unknown event ''",
                "{} | unknown event ''",
                "[\"event\",\"run-failed\"] | unknown event ''"
            })
    void what_no_event_is_called_is_said_whoever_wants_it(String json, String said) {
        assertThatIOException()
                .isThrownBy(() -> EventTypes.decode(utf8(json), event -> true))
                .withMessage(said);
        assertThatIOException()
                .isThrownBy(() -> EventTypes.decode(utf8(json), event -> false))
                .withMessage(said);
    }

    @Test
    void an_event_is_found_by_its_name_wherever_that_stands() throws Exception {
        byte[] last = utf8("{\"reason\":\"x\",\"event\":\"run-failed\"}");

        assertThat(EventTypes.decode(last, RunFailed.class::equals)).contains(new RunFailed("x"));
    }

    @Test
    void of_an_event_that_is_not_wanted_only_the_name_is_looked_at() throws Exception {
        assertThat(EventTypes.decode(compressed(LARGE), RunPaused.class::equals))
                .isEmpty();

        byte[] cut = without(9, ProtocolJson.write(LARGE));
        assertThat(EventTypes.decode(cut, RunPaused.class::equals)).isEmpty();
        assertThatIOException().isThrownBy(() -> EventTypes.decode(cut, RunFailed.class::equals));
    }
}
