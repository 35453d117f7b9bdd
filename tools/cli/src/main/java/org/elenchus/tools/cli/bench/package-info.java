/**
 * The commands that measure: speed (of candidates, sandboxes, the journal, clusters), stability under load, and what edits can mend.
 * Nothing here takes part in a run.
 */
@NullMarked
package org.elenchus.tools.cli.bench;

import org.jspecify.annotations.NullMarked;
