/**
 * The EvolutionRun entity: a process manager that takes a run through its phases. Decisions and state are pure; the actor only persists
 * events and sends what the state says is pending.
 */
@NullMarked
package org.elenchus.actors.run;

import org.jspecify.annotations.NullMarked;
