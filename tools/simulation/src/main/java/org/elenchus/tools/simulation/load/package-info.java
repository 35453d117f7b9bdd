/**
 * Self-play without code: agents and sandboxes that take time and nothing else, so that what is measured is everything around them.
 * Entities, desk, slots, gates, grading and learning are the product's own.
 */
@NullMarked
package org.elenchus.tools.simulation.load;

import org.jspecify.annotations.NullMarked;
