/**
 * Nodes of a cluster.
 * What a node may be there for.
 */
@NullMarked
package org.elenchus.protocol.node;

import org.jspecify.annotations.NullMarked;
