/**
 * The composition root: one node with its journal, its sandboxes and its actors.
 * Nothing else knows every adapter.
 */
@NullMarked
package org.elenchus.tools.cli.node;

import org.jspecify.annotations.NullMarked;
