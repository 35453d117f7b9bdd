/**
 * The command that plays runs of scripted agents under faults, and plays a seed again that broke an invariant.
 * It touches no data folder.
 */
@NullMarked
package org.elenchus.tools.cli.simulate;

import org.jspecify.annotations.NullMarked;
