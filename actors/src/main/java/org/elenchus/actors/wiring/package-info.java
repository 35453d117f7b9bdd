/**
 * Which entity lives in which shard region, under which name.
 * The composition root starts the entities here and finds them through the directory.
 */
@NullMarked
package org.elenchus.actors.wiring;

import org.jspecify.annotations.NullMarked;
