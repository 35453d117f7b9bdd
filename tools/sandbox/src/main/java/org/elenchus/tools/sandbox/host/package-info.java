/**
 * What a worker needs of the place it runs in: how it is started, spoken to, bounded and killed, and what the place enforces.
 * The contract of processes and containers alike.
 */
@NullMarked
package org.elenchus.tools.sandbox.host;

import org.jspecify.annotations.NullMarked;
