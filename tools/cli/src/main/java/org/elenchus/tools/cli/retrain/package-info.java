/** {@code elenchus solver retrain}: solvers trained again on the rollouts of their runs, under other settings of learning. */
@NullMarked
package org.elenchus.tools.cli.retrain;

import org.jspecify.annotations.NullMarked;
