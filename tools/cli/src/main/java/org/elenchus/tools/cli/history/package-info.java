/**
 * A run's history, folded from its journal: tasks, skills, iterations.
 * Pure; reading the journal is the caller's.
 */
@NullMarked
package org.elenchus.tools.cli.history;

import org.jspecify.annotations.NullMarked;
