/**
 * The embedded solver: rollouts of a log-linear policy over places and edits.
 * Works from what a Problem shows and from what the sandbox answers.
 */
@NullMarked
package org.elenchus.tools.repair.solver;

import org.jspecify.annotations.NullMarked;
