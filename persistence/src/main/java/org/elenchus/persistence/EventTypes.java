package org.elenchus.persistence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.run.EvolutionRunProtocol;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** Every event there is, by the stable name its JSON carries in {@code event}. */
final class EventTypes {
    private static final List<Class<? extends JournaledEvent>> INTERFACES = List.of(
            CuratorProtocol.Event.class,
            EvolutionRunProtocol.Event.class,
            RepositoryProtocol.Event.class,
            SkillProtocol.Event.class,
            SolverProtocol.Event.class,
            ValidatorProtocol.Event.class);

    private static final Map<String, Class<? extends JournaledEvent>> BY_NAME = byName();

    private static final String NAME = "event";

    private EventTypes() {}

    /**
     * Decodes a stored payload, also one that was compressed because its serializer was set to.
     *
     * @param wanted which classes of events are; empty is the answer to others, of which no more than the name is looked at
     * @throws IOException when it is no event this version knows
     */
    static Optional<JournaledEvent> decode(byte[] payload, Predicate<Class<?>> wanted) throws IOException {
        byte[] json = isCompressed(payload) ? decompress(payload) : payload;
        String name = name(json);
        Class<? extends JournaledEvent> type = BY_NAME.get(name);
        if (type == null) {
            throw new IOException("unknown event '" + name + "'");
        }
        return wanted.test(type) ? Optional.of(ProtocolJson.mapper().readValue(json, type)) : Optional.empty();
    }

    /** The name is written first, so the rest is seldom gone through. */
    private static String name(byte[] json) throws IOException {
        try (JsonParser parser = ProtocolJson.mapper().createParser(json)) {
            parser.nextToken();
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                if (field.equals(NAME)) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
        }
        return "";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Class<? extends JournaledEvent>> byName() {
        Map<String, Class<? extends JournaledEvent>> names = new TreeMap<>();
        for (Class<? extends JournaledEvent> type : INTERFACES) {
            for (JsonSubTypes.Type event :
                    type.getAnnotation(JsonSubTypes.class).value()) {
                if (names.put(event.name(), (Class<? extends JournaledEvent>) event.value()) != null) {
                    throw new IllegalStateException("two events are named " + event.name());
                }
            }
        }
        return names;
    }

    private static boolean isCompressed(byte[] payload) {
        return payload.length > 2 && (payload[0] & 0xff) == 0x1f && (payload[1] & 0xff) == 0x8b;
    }

    private static byte[] decompress(byte[] payload) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(payload))) {
            return in.readAllBytes();
        }
    }
}
