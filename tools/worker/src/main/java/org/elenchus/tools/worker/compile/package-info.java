/**
 * The compiler in this process: whole snapshots into folders, single edits, abridged where that is enough, into memory.
 * Files of the platform and of dependencies are listed once and kept.
 */
@NullMarked
package org.elenchus.tools.worker.compile;

import org.jspecify.annotations.NullMarked;
