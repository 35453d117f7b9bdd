/**
 * Where a command runs: bounded in time, output and memory, and gone with all it started when it ends.
 * One small interface, so that a stronger place can take the plain process' stead.
 */
@NullMarked
package org.elenchus.tools.verifier.host;

import org.jspecify.annotations.NullMarked;
