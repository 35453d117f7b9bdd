package org.elenchus.tools.simulation.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillRef;

/**
 * What happened to a skill: distillations it took in and, between the last of them, requests for tasks with what became of those. Its last
 * event is a distillation, so that the answer to it depends on all of its evidence.
 *
 * @param observations an event each; at least one more than there are lessons
 * @param lessons three events each; the last one comes before the last observation, the one before it before the last but one
 */
public record SkillHistory(List<Observation> observations, List<Lesson> lessons) {
    private static final int EVENTS_OF_A_LESSON = 3;
    private static final int CYCLE = EVENTS_OF_A_LESSON + 1;
    private static final double EIGHTH = 0.125;

    /** Evidence of two rounds counts; see the skill's own mastery. */
    private static final int ROUNDS = 2;

    public SkillHistory {
        observations = List.copyOf(observations);
        lessons = List.copyOf(lessons);
    }

    /** @param revises whether it made a new version; @param traces how many were new */
    public record Observation(boolean revises, int traces, int attempts, int solved) {}

    /** @param solveRates one per candidate; absent where a gate refused it */
    public record Lesson(List<Optional<Double>> solveRates) {
        public Lesson {
            solveRates = List.copyOf(solveRates);
        }
    }

    private record Round(double attempts, double solved) {}

    /** A history of exactly so many events, at least 1. */
    static SkillHistory drawn(RandomGenerator draws, int events) {
        int cycles = (events - 1) / CYCLE;
        int before = 1 + (events - 1) % CYCLE;
        List<Observation> observations = new ArrayList<>();
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < before + cycles; i++) {
            if (i >= before) {
                lessons.add(lesson(draws));
            }
            observations.add(observation(draws, i == 0));
        }
        return new SkillHistory(observations, lessons);
    }

    private static Observation observation(RandomGenerator draws, boolean first) {
        int attempts = draws.nextInt(1, 17);
        return new Observation(
                first || draws.nextInt(3) == 0, draws.nextInt(1, 9), attempts, draws.nextInt(attempts + 1));
    }

    private static Lesson lesson(RandomGenerator draws) {
        List<Optional<Double>> rates = new ArrayList<>();
        int candidates = draws.nextInt(2, 7);
        for (int i = 0; i < candidates; i++) {
            rates.add(draws.nextInt(3) == 0 ? Optional.empty() : Optional.of(EIGHTH * draws.nextInt(9)));
        }
        return new Lesson(rates);
    }

    /** The lesson between an observation and the one before it. @param observation from 0 */
    Optional<Lesson> before(int observation) {
        int lesson = observation - (observations.size() - lessons.size());
        return lesson < 0 ? Optional.empty() : Optional.of(lessons.get(lesson));
    }

    /** Where the skill stands after it. */
    SkillRef standing(SkillId skill) {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < observations.size(); i++) {
            before(i).map(SkillHistory::round).ifPresent(rounds::add);
            rounds.add(new Round(
                    observations.get(i).attempts(), observations.get(i).solved()));
        }
        List<Round> counted =
                rounds.stream().filter(round -> round.attempts() > 0).toList();
        List<Round> last = counted.subList(Math.max(0, counted.size() - ROUNDS), counted.size());
        double solved = last.stream().mapToDouble(Round::solved).sum();
        double attempts = last.stream().mapToDouble(Round::attempts).sum();
        return new SkillRef(
                skill,
                (int) observations.stream().filter(Observation::revises).count(),
                observations.stream().mapToInt(Observation::traces).sum(),
                solved / attempts);
    }

    private static Round round(Lesson lesson) {
        return new Round(
                lesson.solveRates().stream().filter(Optional::isPresent).count(),
                lesson.solveRates().stream()
                        .flatMap(Optional::stream)
                        .mapToDouble(rate -> rate)
                        .sum());
    }
}
