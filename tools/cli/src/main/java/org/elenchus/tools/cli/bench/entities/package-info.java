/**
 * A cluster that holds very many entities: how fast they recover, what they weigh, and how long they do not answer when nodes come and die.
 * The nodes themselves are in {@code node.population}.
 */
@NullMarked
package org.elenchus.tools.cli.bench.entities;

import org.jspecify.annotations.NullMarked;
