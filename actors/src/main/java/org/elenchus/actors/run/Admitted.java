package org.elenchus.actors.run;

/**
 * A task of the curriculum.
 *
 * @param iteration the iteration that admitted it
 */
record Admitted(int iteration, TaskRef task) {}
