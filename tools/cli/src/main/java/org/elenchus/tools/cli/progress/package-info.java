/**
 * How a run is going, while it goes: a bar on a terminal, a line now and then elsewhere.
 * For people only; nothing depends on it.
 */
@NullMarked
package org.elenchus.tools.cli.progress;

import org.jspecify.annotations.NullMarked;
