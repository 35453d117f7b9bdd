package org.elenchus.tools.repair.solver;

import java.util.List;
import org.elenchus.tools.repair.operators.CandidateEdit;

/** The edits offered at a place. @param choiceSet index of their choice set; −1 when there are none */
record Menu(List<CandidateEdit> edits, int choiceSet) {}
