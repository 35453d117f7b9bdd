/**
 * An evolution run: its specification, phases and per-iteration report.
 * The run's protocol is data in, data out.
 */
@NullMarked
package org.elenchus.protocol.run;

import org.jspecify.annotations.NullMarked;
