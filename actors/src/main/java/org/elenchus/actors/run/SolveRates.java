package org.elenchus.actors.run;

import java.util.List;
import org.elenchus.protocol.DrawKey;
import org.elenchus.protocol.run.IterationReport.Rate;
import org.elenchus.protocol.trace.GroupRef;

/** Estimates a solve rate with its interval. Pure. */
@FunctionalInterface
public interface SolveRates {
    /** The rate over groups in id order, with a bootstrap interval over tasks drawn from the key. */
    Rate of(List<GroupRef> groups, DrawKey key);
}
