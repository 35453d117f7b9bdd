/**
 * {@code elenchus eval}: what a solver makes of a data set: attempts at each task within a budget of executions, graded by tests it was not
 * shown and by the reference.
 */
@NullMarked
package org.elenchus.tools.cli.eval;

import org.jspecify.annotations.NullMarked;
