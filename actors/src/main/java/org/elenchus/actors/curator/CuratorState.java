package org.elenchus.actors.curator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.actors.skill.SkillContent;
import org.elenchus.protocol.curator.CuratorProtocol.Decision;
import org.elenchus.protocol.curator.CuratorProtocol.Event;
import org.elenchus.protocol.curator.CuratorProtocol.Filtered;
import org.elenchus.protocol.curator.CuratorProtocol.Merged;
import org.elenchus.protocol.curator.CuratorProtocol.Proposed;
import org.elenchus.protocol.curator.CuratorProtocol.RegistryUpdated;
import org.elenchus.protocol.curator.CuratorProtocol.Retired;
import org.elenchus.protocol.curator.CuratorProtocol.TracesDistilled;
import org.elenchus.protocol.skill.Skill;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.skill.SkillProposal;
import org.elenchus.protocol.skill.SkillRef;

/**
 * The Agent Skill Registry.
 *
 * @param distillations how many there were
 * @param entries every skill that was ever told its share of traces, by id
 * @param pending the distillation whose skills have not all answered yet
 * @param answers the active skills after each distillation, by request id
 */
record CuratorState(
        int distillations,
        SortedMap<String, Entry> entries,
        Optional<Pending> pending,
        SortedMap<String, List<SkillRef>> answers) {
    static final CuratorState EMPTY = new CuratorState(0, new TreeMap<>(), Optional.empty(), new TreeMap<>());

    CuratorState {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /**
     * A registered skill.
     *
     * @param skill its content, as its entity has it
     * @param supporting ids of the traces that support it
     * @param lastSupported number of the distillation that last supported it, from 1
     * @param mastery as its entity last said, in 0..1
     * @param version as its entity last said; 0 before it said anything
     */
    record Entry(
            Skill skill, SortedSet<String> supporting, int lastSupported, double mastery, int version, boolean active) {
        Entry {
            supporting = Collections.unmodifiableSortedSet(new TreeSet<>(supporting));
        }

        Entry retired() {
            return new Entry(skill, supporting, lastSupported, mastery, version, false);
        }

        Entry seen(SkillRef ref) {
            return new Entry(skill, supporting, lastSupported, ref.mastery(), ref.version(), active);
        }
    }

    /** @param shares what each skill concerned is told, by skill id */
    record Pending(String requestId, int iteration, SortedMap<String, List<SkillProposal>> shares) {
        Pending {
            shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        }
    }

    /** The active skills, by id. */
    SortedMap<String, Entry> active() {
        SortedMap<String, Entry> active = new TreeMap<>(entries);
        active.values().removeIf(entry -> !entry.active());
        return active;
    }

    CuratorState apply(Event event) {
        return switch (event) {
            case TracesDistilled distilled -> distilled(distilled);
            case RegistryUpdated updated -> updated(updated);
        };
    }

    private CuratorState distilled(TracesDistilled distilled) {
        SortedMap<String, List<SkillProposal>> shares = new TreeMap<>();
        SortedSet<String> leaving = new TreeSet<>();
        for (Decision decision : distilled.decisions()) {
            switch (decision) {
                case Proposed proposed ->
                    share(shares, proposed.proposal().skill().id(), proposed.proposal());
                case Merged merged -> share(shares, merged.into(), merged.proposal());
                case Filtered filtered -> {}
                case Retired retired -> leaving.add(retired.skill().value());
            }
        }
        // A skill that leaves is told nothing, so its content stays as its entity has it.
        shares.keySet().removeAll(leaving);
        int number = distillations + 1;
        SortedMap<String, Entry> next = new TreeMap<>(entries);
        leaving.forEach(id -> next.computeIfPresent(id, (key, entry) -> entry.retired()));
        shares.forEach((id, proposals) -> next.put(id, supported(new SkillId(id), proposals, number)));
        Pending asked = new Pending(distilled.requestId(), distilled.iteration(), shares);
        return new CuratorState(number, next, Optional.of(asked), answers);
    }

    private static void share(SortedMap<String, List<SkillProposal>> shares, SkillId id, SkillProposal proposal) {
        shares.computeIfAbsent(id.value(), key -> new ArrayList<>()).add(proposal);
    }

    private Entry supported(SkillId id, List<SkillProposal> proposals, int number) {
        Optional<Entry> known = Optional.ofNullable(entries.get(id.value()));
        SortedSet<String> supporting =
                new TreeSet<>(known.map(Entry::supporting).orElseGet(Collections::emptySortedSet));
        proposals.forEach(proposal -> supporting.addAll(proposal.supporting()));
        return new Entry(
                SkillContent.merge(id, known.map(Entry::skill), proposals),
                supporting,
                number,
                known.map(Entry::mastery).orElse(0.0),
                known.map(Entry::version).orElse(0),
                true);
    }

    private CuratorState updated(RegistryUpdated updated) {
        SortedMap<String, Entry> next = new TreeMap<>(entries);
        updated.active().forEach(ref -> next.computeIfPresent(ref.id().value(), (id, entry) -> entry.seen(ref)));
        SortedMap<String, List<SkillRef>> more = new TreeMap<>(answers);
        more.put(updated.requestId(), updated.active());
        return new CuratorState(distillations, next, Optional.empty(), more);
    }
}
