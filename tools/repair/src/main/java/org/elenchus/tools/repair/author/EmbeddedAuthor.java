package org.elenchus.tools.repair.author;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.elenchus.actors.learning.Policy;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.TaskAuthor;
import org.elenchus.protocol.learning.PolicyWeights;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.MutationMix;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.tools.repair.syntax.SourceFiles;

/** The task author that needs no language model: mutations drawn by a policy from the sites a skill allows. Thread-safe. */
public final class EmbeddedAuthor implements TaskAuthor {
    private static final long PARSED_CHARACTERS = 1_000_000;
    private static final int REPOSITORIES = 8;

    private final SourceFiles files = new SourceFiles(PARSED_CHARACTERS);
    private final Map<RepositorySummary, SiteIndex> indexes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RepositorySummary, SiteIndex> eldest) {
            return size() > REPOSITORIES;
        }
    };

    @Override
    public PolicyWeights basePolicy(MutationMix mutations) {
        return AuthorVocabulary.INSTANCE.base(mutations);
    }

    @Override
    public Proposals propose(Commission commission, Policy generator) {
        if (generator.size() != AuthorVocabulary.INSTANCE.size()) {
            throw new IllegalArgumentException("a policy of " + generator.size()
                    + " weights was trained for another author; " + AuthorVocabulary.INSTANCE.size()
                    + " features are known; begin a new run with this version, or end the old one with its own");
        }
        SiteIndex index = index(commission.repository());
        Drafting drafting = new Drafting(commission, index, generator);
        List<CandidateTask> candidates = new ArrayList<>();
        List<List<Choice>> choices = new ArrayList<>();
        while (candidates.size() < commission.count()) {
            var draft = drafting.next();
            if (draft.isEmpty()) {
                break;
            }
            CandidateTask candidate = Writing.task(commission.candidateId(candidates.size()), commission, draft.get());
            if (!commission.taken().contains(candidate.content().brief())) {
                candidates.add(candidate);
                choices.add(draft.get().choices());
            }
        }
        return new Proposals(candidates, choices, drafting.choiceSets());
    }

    private SiteIndex index(PreparedRepository repository) {
        RepositorySummary summary = repository.summary();
        synchronized (indexes) {
            SiteIndex known = indexes.get(summary);
            if (known == null) {
                known = SiteIndex.of(repository, files);
                indexes.put(summary, known);
            }
            return known;
        }
    }
}
