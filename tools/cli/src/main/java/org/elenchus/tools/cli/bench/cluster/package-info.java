/**
 * Clusters of measuring nodes: their processes, what was measured of them, and how it is told.
 * The nodes themselves are in {@code node.load}.
 */
@NullMarked
package org.elenchus.tools.cli.bench.cluster;

import org.jspecify.annotations.NullMarked;
