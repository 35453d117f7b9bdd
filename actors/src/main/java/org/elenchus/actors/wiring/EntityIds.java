package org.elenchus.actors.wiring;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.SkillId;

/**
 * The names of entities. An entity's id is its run's id alone, or the run's id and the entity's own id, each URL-encoded and joined by
 * {@code ~}; its persistence id is its type's name and that, joined by {@code |}: {@code Skill|run-0a1b2c3d4e5f~guard-null}.
 */
public final class EntityIds {
    private static final char JOIN = '~';
    private static final char TYPE = '|';

    /** Journals keep a persistence id in 255 characters; a longer id within a run is replaced by its digest. */
    private static final int LONGEST = 180;

    private EntityIds() {}

    /** @param local the entity's own id within its run; absent where a run has only one */
    public record EntityId(String type, String runId, Optional<String> local) {}

    /** The id of an entity of which a run has one. */
    public static String of(String runId) {
        return encode(runId);
    }

    /** The id of an entity of which a run has several. */
    public static String of(String runId, String local) {
        return encode(runId) + JOIN + encode(local);
    }

    public static PersistenceId persistenceId(EntityTypeKey<?> type, String entityId) {
        return PersistenceId.of(type.name(), entityId, String.valueOf(TYPE));
    }

    /** The name under which the events of a run's repository are in the journal. */
    public static String journaled(String runId, RepositoryCoordinate repository) {
        return persistenceId(EntityTypes.REPOSITORY, of(runId, repository.value()))
                .id();
    }

    /** The name under which the events of a run's skill are in the journal. */
    public static String journaled(String runId, SkillId skill) {
        return persistenceId(EntityTypes.SKILL, of(runId, skill.value())).id();
    }

    /** The run of an entity. */
    public static String runId(String entityId) {
        int join = entityId.indexOf(JOIN);
        return decode(join < 0 ? entityId : entityId.substring(0, join));
    }

    /** The entity's own id. @throws IllegalArgumentException when it has none */
    public static String local(String entityId) {
        int join = entityId.indexOf(JOIN);
        if (join < 0) {
            throw new IllegalArgumentException("no id within its run: " + entityId);
        }
        return decode(entityId.substring(join + 1));
    }

    /** Reads a persistence id. Empty when it is not one of ours. */
    public static Optional<EntityId> parse(String persistenceId) {
        int type = persistenceId.indexOf(TYPE);
        if (type <= 0 || type == persistenceId.length() - 1) {
            return Optional.empty();
        }
        String entityId = persistenceId.substring(type + 1);
        Optional<String> local = entityId.indexOf(JOIN) < 0 ? Optional.empty() : Optional.of(local(entityId));
        return Optional.of(new EntityId(persistenceId.substring(0, type), runId(entityId), local));
    }

    /** The URL encoding leaves letters, digits and {@code -_.} as they are. */
    private static String encode(String part) {
        String encoded = URLEncoder.encode(part, StandardCharsets.UTF_8);
        return encoded.length() <= LONGEST
                ? encoded
                : "sha256-" + Digest.of(part).hex();
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
