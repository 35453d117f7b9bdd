package org.elenchus.protocol.task;

/** The gates a candidate passes in this order; DUPLICATE is the refusal of a broken state that is known already. */
public enum Gate {
    DUPLICATE,
    FORMAT,
    GROUNDING,
    EXECUTION,
    SEMANTICS
}
