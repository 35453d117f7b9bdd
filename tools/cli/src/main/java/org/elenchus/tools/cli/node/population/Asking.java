package org.elenchus.tools.cli.node.population;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.elenchus.actors.wiring.ShardedDirectory;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.tools.simulation.population.Resident;

/**
 * Asks entities what only their history can tell, in the product's own words: each is told again what it was told before, and its answer is
 * from memory, so that nothing is written. One that has lost its history has no answer to that, or another.
 */
record Asking(ActorSystem<?> system, ShardedDirectory directory, Duration patience) {
    /** Another way to sum the same few fractions. */
    private static final double ROUNDING = 1e-9;

    /** What is wrong with the answer; empty when it is right. Fails when there is none in time. */
    CompletionStage<Optional<String>> ask(Resident resident) {
        return switch (resident) {
            case Resident.Repository repository -> ask(repository);
            case Resident.Skilled skilled -> ask(skilled);
        };
    }

    private CompletionStage<Optional<String>> ask(Resident.Repository resident) {
        var repository = directory.repository(resident.runId(), resident.coordinate());
        return AskPattern.<RepositoryProtocol.Command, RepositoryProtocol.Reply>ask(
                        repository,
                        replyTo -> new RepositoryProtocol.Prepare(resident.coordinate(), replyTo),
                        patience,
                        system.scheduler())
                .thenApply(reply -> {
                    var expected = new RepositoryProtocol.Prepared(resident.summary());
                    return reply.equals(expected) ? Optional.empty() : wrong(resident, reply, expected);
                });
    }

    private CompletionStage<Optional<String>> ask(Resident.Skilled resident) {
        var skill = directory.skill(resident.runId(), resident.skill());
        SkillProtocol.Observed expected = resident.lastObserved();
        return AskPattern.<SkillProtocol.Command, SkillProtocol.Reply>ask(
                        skill,
                        replyTo -> new SkillProtocol.ObserveTraces(
                                expected.requestId(), resident.lastIteration(), List.of(), replyTo),
                        patience,
                        system.scheduler())
                .thenApply(reply -> isSame(reply, expected) ? Optional.empty() : wrong(resident, reply, expected));
    }

    private static boolean isSame(SkillProtocol.Reply reply, SkillProtocol.Observed expected) {
        if (!(reply instanceof SkillProtocol.Observed observed)) {
            return false;
        }
        SkillRef one = observed.skill();
        SkillRef other = expected.skill();
        return observed.requestId().equals(expected.requestId())
                && one.id().equals(other.id())
                && one.version() == other.version()
                && one.coverage() == other.coverage()
                && Math.abs(one.mastery() - other.mastery()) < ROUNDING;
    }

    private static Optional<String> wrong(Resident resident, Object reply, Object expected) {
        return Optional.of(resident.persistenceId() + " answered " + reply + " and not " + expected);
    }
}
