/**
 * A simulated machine under an actor system: one thread, a seeded order, virtual time, a network that loses and a journal that crashes.
 * Everything that Pekko finds by configuration (executor, scheduler, mailbox, journal) is replaced here.
 */
@NullMarked
package org.elenchus.tools.simulation.machine;

import org.jspecify.annotations.NullMarked;
