package org.elenchus.protocol.curator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;
import org.elenchus.protocol.JournaledEvent;
import org.elenchus.protocol.Message;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.trace.GroupRef;

/** The SkillCurator entity: the Agent Skill Registry. Id: run id. */
public final class CuratorProtocol {
    private CuratorProtocol() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({@JsonSubTypes.Type(value = Distil.class, name = "distil")})
    public interface Command extends Message {}

    /** Distil these groups' traces; the reply comes when every skill concerned has taken in its share. */
    public record Distil(String requestId, String runId, int iteration, List<GroupRef> groups, ActorRef<Reply> replyTo)
            implements Command {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Distilled.class, name = "distilled"),
        @JsonSubTypes.Type(value = Failed.class, name = "failed")
    })
    public sealed interface Reply extends Message {}

    /** @param active the registry's active skills, in id order */
    public record Distilled(String requestId, List<SkillRef> active) implements Reply {}

    /** It was tried as often as is allowed and nothing is known; asked again, it is tried anew. @param reason in one line */
    public record Failed(String requestId, String reason) implements Reply {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TracesDistilled.class, name = "traces-distilled"),
        @JsonSubTypes.Type(value = RegistryUpdated.class, name = "registry-updated")
    })
    public sealed interface Event extends JournaledEvent {}

    /** What was decided of each proposal, before the skills were told. */
    public record TracesDistilled(String requestId, int iteration, List<Decision> decisions) implements Event {
        public TracesDistilled {
            decisions = List.copyOf(decisions);
        }
    }

    /** The registry after all skills have answered. */
    public record RegistryUpdated(String requestId, List<SkillRef> active) implements Event {
        public RegistryUpdated {
            active = List.copyOf(active);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "decision")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Proposed.class, name = "proposed"),
        @JsonSubTypes.Type(value = Merged.class, name = "merged"),
        @JsonSubTypes.Type(value = Filtered.class, name = "filtered"),
        @JsonSubTypes.Type(value = Retired.class, name = "retired")
    })
    public sealed interface Decision {}

    /** A new skill. */
    public record Proposed(SkillProposal proposal) implements Decision {}

    /** Merged into a known skill of similarity ≥ δ_sim. */
    public record Merged(SkillProposal proposal, SkillId into, double similarity) implements Decision {}

    /** Too few traces support it. */
    public record Filtered(Skill skill, int coverage, int required) implements Decision {}

    /** Leaves the registry. */
    public record Retired(SkillId skill, String reason) implements Decision {}
}
