package org.elenchus.actors.run;

import java.util.List;

/**
 * The tasks every iteration shares.
 *
 * @param seed training tasks whose traces start the first iteration
 */
record Planted(List<TaskRef> validation, List<TaskRef> test, List<TaskRef> seed) {}
