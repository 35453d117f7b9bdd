package org.elenchus.tools.simulation.population;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.skill.SkillId;

/**
 * So many entities with so many events in all. There is one run per repository, and skills are dealt out to the runs in turn; a repository
 * has two events, skills share the rest evenly.
 *
 * @param seed of their histories
 * @param events of all entities together
 */
public record Population(long seed, int repositories, int skills, long events) {
    private static final int EVENTS_OF_A_REPOSITORY = 2;
    private static final long MOST_EVENTS_OF_A_SKILL = 10_000;

    /** An odd number near 2^64 divided by the golden ratio: keeps the seeds of neighbours apart. */
    private static final long APART = 0x9E3779B97F4A7C15L;

    public Population {
        if (repositories < 1 || skills < 1) {
            throw new IllegalArgumentException(
                    "a population has at least one repository and one skill; got " + repositories + " and " + skills);
        }
        long least = (long) EVENTS_OF_A_REPOSITORY * repositories + skills;
        if (events < least) {
            throw new IllegalArgumentException(repositories + " repositories and " + skills + " skills have at least "
                    + least + " events; got " + events);
        }
        if ((events - least) / skills >= MOST_EVENTS_OF_A_SKILL) {
            throw new IllegalArgumentException(
                    "a skill has at most " + MOST_EVENTS_OF_A_SKILL + " events; give fewer events or more skills");
        }
    }

    /** How many entities there are. */
    public int size() {
        return repositories + skills;
    }

    /** An entity. @param number from 0 */
    public Resident resident(int number) {
        return number < repositories ? repository(number) : skill(number - repositories);
    }

    /** Different numbers, drawn; all of them where there are no more. */
    public List<Integer> sample(int count, long draw) {
        int[] numbers = IntStream.range(0, size()).toArray();
        SplittableRandom draws = new SplittableRandom(draw);
        int taken = Math.min(count, numbers.length);
        for (int i = 0; i < taken; i++) {
            int other = draws.nextInt(i, numbers.length);
            int drawn = numbers[other];
            numbers[other] = numbers[i];
            numbers[i] = drawn;
        }
        return IntStream.of(numbers).limit(taken).boxed().toList();
    }

    private Resident.Repository repository(int number) {
        return new Resident.Repository(run(number), coordinate(number));
    }

    private Resident.Skilled skill(int number) {
        long all = events - (long) EVENTS_OF_A_REPOSITORY * repositories;
        int own = (int) (all / skills + (number < all % skills ? 1 : 0));
        int run = number % repositories;
        return new Resident.Skilled(
                run(run),
                new SkillId("skill-" + number),
                coordinate(run),
                SkillHistory.drawn(new SplittableRandom(seed + APART * (number + 1)), own));
    }

    private static String run(int number) {
        String hex = Integer.toHexString(number);
        return "run-" + "0".repeat(12 - hex.length()) + hex;
    }

    private static RepositoryCoordinate coordinate(int number) {
        return new RepositoryCoordinate("maven:org.example:library-" + number + ":1.0");
    }
}
