/**
 * The commands that measure: how fast candidates execute beside other ways to do it, and whether outcomes depend on the machine's load.
 * Nothing here takes part in a run.
 */
@NullMarked
package org.elenchus.tools.cli.bench;

import org.jspecify.annotations.NullMarked;
