/**
 * A folder of repair tasks (docs/datasets.md): what is written in it, and the problem that each task poses once it has been executed.
 * What is wrong with a task is a value; it never ends an evaluation.
 */
@NullMarked
package org.elenchus.tools.cli.eval.dataset;

import org.jspecify.annotations.NullMarked;
