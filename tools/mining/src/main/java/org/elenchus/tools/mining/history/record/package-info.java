/**
 * Real bugs as they are written down: where the lines of a fix are and what digests their texts have, never the texts themselves.
 * From a record and the two releases, the task is made again.
 */
@NullMarked
package org.elenchus.tools.mining.history.record;

import org.jspecify.annotations.NullMarked;
