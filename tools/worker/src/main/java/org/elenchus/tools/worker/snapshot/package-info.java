/**
 * Prepared snapshots held open: their classes, instrumented, and the loaders that serve them.
 * Bounded: the least recently used one is closed.
 */
@NullMarked
package org.elenchus.tools.worker.snapshot;

import org.jspecify.annotations.NullMarked;
