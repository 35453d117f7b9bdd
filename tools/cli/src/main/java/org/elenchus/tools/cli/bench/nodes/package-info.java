/**
 * Processes of measuring nodes: how they are started, asked and killed.
 * What a node does is its main class's affair.
 */
@NullMarked
package org.elenchus.tools.cli.bench.nodes;

import org.jspecify.annotations.NullMarked;
