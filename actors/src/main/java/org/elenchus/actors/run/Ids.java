package org.elenchus.actors.run;

import java.util.Locale;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.learning.Role;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.run.Phase;
import org.elenchus.protocol.run.Pools;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.Pool;

/**
 * The ids of requests. They follow from the state alone, so a request asked again has the same id and is answered from memory. Parts are
 * joined by {@code /}; a part holds letters, digits, dots, hyphens and underscores only.
 */
final class Ids {
    private Ids() {}

    /** The id of a request for tasks to plant. */
    static String plant(int wave, Pool pool, String repository, SkillId skill) {
        return "plant/" + wave + "/" + pool + "/" + repository + "/" + skill;
    }

    /** The id of a batch of planted candidates. */
    static String plantBatch(int wave, Pool pool, String repository) {
        return "plant/" + wave + "/" + pool + "/" + repository;
    }

    static String generate(int iteration, String repository, SkillId skill) {
        return "generate/" + iteration + "/" + Pool.TRAIN + "/" + repository + "/" + skill;
    }

    static String judge(int iteration, String repository) {
        return "judge/" + iteration + "/" + Pool.TRAIN + "/" + repository;
    }

    static String group(Phase phase, int iteration, int round, String task) {
        return lower(phase) + "/" + iteration + "/" + round + "/" + task;
    }

    static String distil(int iteration) {
        return "distil/" + iteration;
    }

    static String score(int iteration) {
        return "score/" + iteration;
    }

    static String outcomes(int iteration, SkillId skill) {
        return "outcomes/" + iteration + "/" + skill;
    }

    static String train(int iteration, int round, Role role) {
        return "train/" + iteration + "/" + round + "/" + role;
    }

    /** A repository's short name, made plain, and told apart where two repositories of the run share it. */
    static String repository(Pools pools, RepositoryCoordinate coordinate) {
        String plain = plain(coordinate);
        long namesakes = pools.all().stream()
                .filter(other -> plain(other).equalsIgnoreCase(plain))
                .count();
        return namesakes == 1
                ? plain
                : plain + "." + Digest.of(coordinate.value()).brief();
    }

    private static String plain(RepositoryCoordinate coordinate) {
        String name = coordinate.shortName();
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean own = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "._-".indexOf(c) >= 0;
            plain.append(own ? c : '_');
        }
        return plain.isEmpty() ? "_" : plain.toString();
    }

    private static String lower(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }
}
