/**
 * The ports: what the actors ask of the outside world.
 * Every adapter lives in another module; calls may block and run on a slot's own thread, never on an actor's dispatcher.
 */
@NullMarked
package org.elenchus.actors.port;

import org.jspecify.annotations.NullMarked;
