package org.elenchus.tools.simulation.machine;

/** What may go wrong. */
public enum Fault {
    /** A message never arrives. */
    DROP,
    /** A message arrives, or a computation ends, up to half a minute later. */
    DELAY,
    /** A message arrives twice. */
    DUPLICATE,
    /** A message is overtaken by others. */
    REORDER,
    /** An entity, a slot, the desk or the whole node dies; what was not yet journaled may be lost with it. */
    CRASH,
    /** Someone pauses or cancels the run, gives it another share of the slots, or has it go on. */
    MEDDLE
}
