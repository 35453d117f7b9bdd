package org.elenchus.actors.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.serialization.Serialization;
import org.apache.pekko.serialization.SerializationExtension;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.apache.pekko.serialization.jackson.JacksonSerializer;

/** Sends a value through the serializer that it is bound to. */
public final class RoundTrip {
    private static final ActorSystem<Void> SYSTEM = ActorSystem.create(
            Behaviors.empty(),
            "round-trip",
            ConfigFactory.parseString("pekko.daemonic = on, pekko.loglevel = WARNING")
                    .withFallback(ConfigFactory.load()));
    private static final Serialization SERIALISATION = SerializationExtension.get(SYSTEM);

    private RoundTrip() {}

    public static Object of(Object value) {
        var serializer = (SerializerWithStringManifest) SERIALISATION.findSerializerFor(value);
        if (!serializer.getClass().getName().contains("Jackson")) {
            throw new AssertionError(value.getClass() + " is bound to " + serializer);
        }
        byte[] bytes = SERIALISATION.serialize(value).get();
        return SERIALISATION
                .deserialize(bytes, serializer.identifier(), serializer.manifest(value))
                .get();
    }

    /** As {@link #of}, of a snapshot that has one property more. */
    public static Object with(Object value, String property, Object content) throws IOException {
        var serializer = (JacksonSerializer) SERIALISATION.findSerializerFor(value);
        ObjectMapper mapper = serializer.objectMapper();
        ObjectNode written = (ObjectNode) mapper.readTree(serializer.toBinary(value));
        written.set(property, mapper.valueToTree(content));
        return serializer.fromBinary(mapper.writeValueAsBytes(written), serializer.manifest(value));
    }

    /** The manifest stored with a snapshot. */
    public static String manifest(Object value) {
        return ((SerializerWithStringManifest) SERIALISATION.findSerializerFor(value)).manifest(value);
    }

    /** A reference that can be sent. */
    public static <T> ActorRef<T> anyone() {
        return SYSTEM.<T>deadLetters();
    }
}
