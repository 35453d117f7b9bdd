package org.elenchus.tools.simulation;

import org.apache.pekko.actor.typed.Behavior;

/** Who plays the entities. The real actors do; a test of the simulation itself lets one of them be played badly. */
public interface Cast {
    /** Every entity as it is. */
    Cast REAL = new Cast() {};

    /** The behaviour of an entity. @param type such as {@code Skill} */
    default <C> Behavior<C> play(String type, Behavior<C> real) {
        return real;
    }
}
