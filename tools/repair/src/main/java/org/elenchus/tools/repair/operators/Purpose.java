package org.elenchus.tools.repair.operators;

/** What edits are enumerated for. Breaking is stricter: it keeps to damage that an enumerated repair can undo, and to likely types. */
public enum Purpose {
    BREAK,
    MEND
}
