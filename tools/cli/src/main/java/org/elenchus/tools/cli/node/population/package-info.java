/**
 * Nodes that hold a population for a measurement: real entities over a journal that was filled, and nothing for slots to do.
 * They have a main class of their own, so that no node of the product can become one by a setting.
 */
@NullMarked
package org.elenchus.tools.cli.node.population;

import org.jspecify.annotations.NullMarked;
