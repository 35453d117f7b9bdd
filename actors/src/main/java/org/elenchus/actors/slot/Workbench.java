package org.elenchus.actors.slot;

import org.elenchus.actors.port.Artifacts;
import org.elenchus.actors.port.Repositories;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.actors.port.SkillDistiller;
import org.elenchus.actors.port.SolverAgent;
import org.elenchus.actors.port.TaskAuthor;

/** The node's tools: every port to the outside, given once by the composition root. */
public record Workbench(
        Repositories repositories,
        Sandboxes sandboxes,
        SolverAgent solver,
        TaskAuthor author,
        SkillDistiller distiller,
        Artifacts artifacts) {}
