package org.elenchus.actors.run;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.elenchus.protocol.learning.TaskScore;
import org.elenchus.protocol.skill.SkillRef;
import org.elenchus.protocol.task.CandidateRef;
import org.elenchus.protocol.task.Verdict;
import org.elenchus.protocol.trace.GroupRef;

/**
 * What has come back in the iteration under way (or while planting), keyed so that the order of arrival leaves no mark.
 *
 * @param proposals by request id
 * @param verdicts by candidate id
 * @param groups by group id
 * @param missed faults by group id: rollouts the infrastructure could not give
 * @param skills the registry's active skills, once distilled
 * @param scores by task id, once scored
 * @param acknowledged skills that have recorded their outcomes
 * @param trained train requests that are done
 */
record Work(
        SortedMap<String, Proposal> proposals,
        SortedMap<String, Verdict> verdicts,
        SortedMap<String, GroupRef> groups,
        SortedMap<String, String> missed,
        Optional<List<SkillRef>> skills,
        Optional<SortedMap<String, TaskScore>> scores,
        Optional<Selection> selection,
        SortedSet<String> acknowledged,
        SortedSet<String> trained) {
    static final Work NONE = new Work(
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Collections.emptySortedSet(),
            Collections.emptySortedSet());

    Work withProposal(Proposal proposal) {
        var proposals = Sorted.with(this.proposals, proposal.requestId(), proposal);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    Work withVerdict(Verdict verdict) {
        var verdicts = Sorted.with(this.verdicts, verdict.candidate(), verdict);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    Work withGroup(GroupRef group) {
        var groups = Sorted.with(this.groups, group.id(), group);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    Work withMissed(String groupId, String fault) {
        var missed = Sorted.with(this.missed, groupId, fault);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    /** Forgets what was missed of the groups whose ids begin so; they have no answer then. */
    Work withoutMissed(String prefix) {
        var missed = Sorted.without(this.missed, prefix);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    Work withSkills(List<SkillRef> active) {
        var skills = Optional.of(active);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    Work withScores(SortedMap<String, TaskScore> byTask) {
        var scores = Optional.of(byTask);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    Work withSelection(Selection made) {
        var selection = Optional.of(made);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    Work withAcknowledged(String skill) {
        var acknowledged = Sorted.with(this.acknowledged, skill);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    Work withTrained(String requestId) {
        var trained = Sorted.with(this.trained, requestId);
        return new Work(proposals, verdicts, groups, missed, skills, scores, selection, acknowledged, trained);
    }

    /** All candidates in id order. */
    List<CandidateRef> candidates() {
        return proposals.values().stream()
                .flatMap(proposal -> proposal.candidates().stream())
                .sorted(Comparator.comparing(CandidateRef::id))
                .toList();
    }

    /** The candidates that passed all gates, in id order. */
    List<TaskRef> validTasks() {
        return proposals.values().stream()
                .flatMap(proposal -> validTasks(proposal).stream())
                .sorted(Comparator.comparing(TaskRef::id))
                .toList();
    }

    /** The valid candidates of one proposal, in its order. */
    List<TaskRef> validTasks(Proposal proposal) {
        return proposal.candidates().stream()
                .flatMap(candidate -> Stream.ofNullable(verdicts.get(candidate.id())))
                .filter(Verdict.Valid.class::isInstance)
                .map(Verdict.Valid.class::cast)
                .map(valid -> new TaskRef(valid.candidate(), valid.task(), proposal.repository()))
                .toList();
    }

    boolean hasAnswer(String groupId) {
        return groups.containsKey(groupId) || missed.containsKey(groupId);
    }

    /** Of these group ids, in their order, the groups that were rolled out. */
    List<GroupRef> rolledOut(List<String> groupIds) {
        return groupIds.stream()
                .flatMap(id -> Stream.ofNullable(groups.get(id)))
                .toList();
    }
}
