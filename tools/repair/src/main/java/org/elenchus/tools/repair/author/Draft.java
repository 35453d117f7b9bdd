package org.elenchus.tools.repair.author;

import java.util.List;
import org.elenchus.protocol.trace.Choice;
import org.elenchus.tools.repair.operators.CandidateEdit;

/** A candidate before it is put into words: one mutation or two, and the choices that led to them. */
record Draft(List<Mutant> mutants, List<Choice> choices) {
    Draft {
        mutants = List.copyOf(mutants);
        choices = List.copyOf(choices);
    }

    /** One mutation. */
    record Mutant(MutationSite site, CandidateEdit edit) {}
}
