/**
 * Executing tests against an edited snapshot: what is asked of a sandbox and what comes back.
 * Faults of the infrastructure are exceptions, never outcomes.
 */
@NullMarked
package org.elenchus.protocol.execution;

import org.jspecify.annotations.NullMarked;
