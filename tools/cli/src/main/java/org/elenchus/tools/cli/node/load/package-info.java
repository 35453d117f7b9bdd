/**
 * Nodes that measure: real but for their sandboxes and agents, which only take time.
 * They have a main class of their own, so that no node of the product can become one by a setting.
 */
@NullMarked
package org.elenchus.tools.cli.node.load;

import org.jspecify.annotations.NullMarked;
