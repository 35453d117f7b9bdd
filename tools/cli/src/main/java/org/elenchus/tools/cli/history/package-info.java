/**
 * A run's history, folded from its journal: tasks, skills, iterations.
 * The fold is pure; {@code Histories}, {@code RunStanding} and {@code ListedRun} read the journal.
 */
@NullMarked
package org.elenchus.tools.cli.history;

import org.jspecify.annotations.NullMarked;
