/**
 * Nodes of a cluster, and what can be asked of a cluster from outside.
 * Commands; the node itself is in {@code node}.
 */
@NullMarked
package org.elenchus.tools.cli.cluster;

import org.jspecify.annotations.NullMarked;
