/**
 * Repair tasks: the broken state, its verifier, and the verdicts of the four gates.
 * A candidate becomes a task only through a valid verdict.
 */
@NullMarked
package org.elenchus.protocol.task;

import org.jspecify.annotations.NullMarked;
