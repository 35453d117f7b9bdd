package org.elenchus.persistence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private EventTypes() {}

    /** Decodes a stored payload; Pekko compresses long ones. @throws IOException when it is no event this version knows */
    static JournaledEvent decode(byte[] payload) throws IOException {
        byte[] json = isCompressed(payload) ? decompress(payload) : payload;
        JsonNode tree = ProtocolJson.mapper().readTree(json);
        String name = tree.path("event").asText();
        Class<? extends JournaledEvent> type = BY_NAME.get(name);
        if (type == null) {
            throw new IOException("unknown event '" + name + "'");
        }
        return ProtocolJson.mapper().treeToValue(tree, type);
    }

    private static Map<String, Class<? extends JournaledEvent>> byName() {
        Map<String, Class<? extends JournaledEvent>> names = new TreeMap<>();
        for (Class<? extends JournaledEvent> type : INTERFACES) {
            for (JsonSubTypes.Type event :
                    type.getAnnotation(JsonSubTypes.class).value()) {
                if (names.put(event.name(), type) != null) {
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
