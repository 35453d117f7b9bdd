/**
 * The actors' own address book; each concept of the house has a package of its own beside it.
 * Persistent, sharded entities with a functional core.
 */
@NullMarked
package org.elenchus.actors;

import org.jspecify.annotations.NullMarked;
