package org.elenchus.protocol.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.elenchus.protocol.Required;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.task.Pool;

/**
 * The repositories of each pool, disjoint by library; a pool may hold several releases of one.
 *
 * @throws IllegalArgumentException when a pool is empty, an entry is there twice, or two pools share a library
 */
public record Pools(
        List<RepositoryCoordinate> train, List<RepositoryCoordinate> validation, List<RepositoryCoordinate> test) {
    public Pools {
        train = Required.list("train pool", train);
        validation = Required.list("validation pool", validation);
        test = Required.list("test pool", test);
        Map<String, String> seen = new HashMap<>();
        note(seen, "train", train);
        note(seen, "validation", validation);
        note(seen, "test", test);
    }

    private static void note(Map<String, String> seen, String pool, List<RepositoryCoordinate> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("the " + pool + " pool is empty; give it at least one repository");
        }
        Set<RepositoryCoordinate> once = new HashSet<>();
        for (RepositoryCoordinate member : members) {
            if (!once.add(member)) {
                throw new IllegalArgumentException(member + " is listed twice in the " + pool + " pool; list it once");
            }
            String other = seen.putIfAbsent(member.library(), pool);
            if (other != null && !other.equals(pool)) {
                throw new IllegalArgumentException(member.library() + " is in both the " + other + " and the " + pool
                        + " pool; held-out pools must share no library, so remove it from one");
            }
        }
    }

    public List<RepositoryCoordinate> of(Pool pool) {
        return switch (pool) {
            case TRAIN -> train;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** The pool that holds a release of the same library. */
    public Optional<Pool> holding(RepositoryCoordinate release) {
        return Arrays.stream(Pool.values())
                .filter(pool ->
                        of(pool).stream().anyMatch(member -> member.library().equals(release.library())))
                .findFirst();
    }

    /** All repositories: train, validation, test. */
    public List<RepositoryCoordinate> all() {
        List<RepositoryCoordinate> all = new ArrayList<>(train);
        all.addAll(validation);
        all.addAll(test);
        return all;
    }
}
