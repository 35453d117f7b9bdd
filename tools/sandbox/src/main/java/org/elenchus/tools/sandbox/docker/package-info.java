/**
 * Workers in containers of a Docker engine on this machine, and the image they run in.
 * One container per slot, started afresh for every worker.
 */
@NullMarked
package org.elenchus.tools.sandbox.docker;

import org.jspecify.annotations.NullMarked;
