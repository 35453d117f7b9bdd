package org.elenchus.tools.simulation;

import java.util.List;
import java.util.Optional;
import org.elenchus.actors.wiring.EntityIds;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.curator.CuratorProtocol;
import org.elenchus.protocol.repository.RepositoryProtocol;
import org.elenchus.protocol.skill.SkillProtocol;
import org.elenchus.protocol.solver.SolverProtocol;
import org.elenchus.protocol.validator.ValidatorProtocol;

/** Something an entity says in a reply, and that its journal says in an event. */
record Fact(String what, List<Object> content) {
    private Fact(String what, Object... content) {
        this(what, List.of(content));
    }

    /** What a reply acknowledges; nothing where it is not one, or only says that something failed. */
    static Optional<Fact> acknowledged(Message message) {
        return Optional.ofNullable(
                switch (message) {
                    case RepositoryProtocol.Prepared r -> new Fact("prepared", r.summary());
                    case SolverProtocol.Opened r -> new Fact("opened");
                    case SolverProtocol.Attempted r -> new Fact("attempted", r.group());
                    case SolverProtocol.Unattempted r -> new Fact("unattempted", r.groupId());
                    case SolverProtocol.Scored r -> new Fact("scored", r.requestId(), r.scores());
                    case SolverProtocol.Trained r -> new Fact("trained", r.requestId(), r.policy());
                    case CuratorProtocol.Distilled r -> new Fact("distilled", r.requestId(), r.active());
                    case SkillProtocol.Observed r ->
                        new Fact("observed", r.requestId(), r.skill().id().value());
                    case SkillProtocol.Proposed r -> new Fact("proposed", r.requestId(), r.candidates());
                    case SkillProtocol.Recorded r ->
                        new Fact("recorded", r.requestId(), r.skill().value());
                    case ValidatorProtocol.Judged r -> new Fact("judged", r.batchId(), r.verdict());
                    default -> null;
                });
    }

    /** What an event of an entity says. */
    static Optional<Fact> journaled(String persistenceId, JournaledEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case RepositoryProtocol.RepositoryPrepared e -> new Fact("prepared", e.summary());
                    case SolverProtocol.SolverOpened e -> new Fact("opened");
                    case SolverProtocol.GroupAttempted e -> new Fact("attempted", e.group());
                    case SolverProtocol.GroupUnattempted e -> new Fact("unattempted", e.groupId());
                    case SolverProtocol.TasksScored e -> new Fact("scored", e.requestId(), e.scores());
                    case SolverProtocol.PolicyUpdated e -> new Fact("trained", e.requestId(), e.policy());
                    case CuratorProtocol.RegistryUpdated e -> new Fact("distilled", e.requestId(), e.active());
                    case SkillProtocol.SkillRevised e -> new Fact("observed", e.requestId(), skill(persistenceId));
                    case SkillProtocol.TracesObserved e -> new Fact("observed", e.requestId(), skill(persistenceId));
                    case SkillProtocol.TasksProposed e -> new Fact("proposed", e.requestId(), e.candidates());
                    case SkillProtocol.OutcomesRecorded e -> new Fact("recorded", e.requestId(), skill(persistenceId));
                    case ValidatorProtocol.CandidateJudged e -> new Fact("judged", e.batchId(), e.verdict());
                    default -> null;
                });
    }

    private static String skill(String persistenceId) {
        return EntityIds.parse(persistenceId)
                .flatMap(EntityIds.EntityId::local)
                .orElseThrow(() -> new IllegalArgumentException("not a skill: " + persistenceId));
    }
}
