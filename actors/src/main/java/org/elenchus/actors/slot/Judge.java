package org.elenchus.actors.slot;

import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Verdict;

/** The four gates, as a workshop needs them. Thread-safe. */
@FunctionalInterface
public interface Judge {
    Verdict judge(CandidateTask candidate, PreparedRepository repository, Sandbox sandbox) throws SandboxFault;
}
