/**
 * Experiments: curricula against each other, over seeds, with equal budgets and paired intervals.
 * A plan is data, a trial is an ordinary run, and the results are a pure function of the journal.
 */
@NullMarked
package org.elenchus.tools.cli.experiment;

import org.jspecify.annotations.NullMarked;
