/**
 * The composition root: one node with its journal, its sandboxes, its actors, its HTTP interface and what it measures.
 * Nothing else knows every adapter.
 */
@NullMarked
package org.elenchus.tools.cli.node;

import org.jspecify.annotations.NullMarked;
