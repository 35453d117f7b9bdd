package org.elenchus.actors.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.elenchus.protocol.run.EvolutionRunProtocol.Event;
import org.elenchus.protocol.run.EvolutionRunProtocol.RunStarted;

/** What an EvolutionRun knows: events in, never clock, chance or order of arrival. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunState.NotStarted.class, name = "not-started"),
    @JsonSubTypes.Type(value = Started.class, name = "started")
})
sealed interface RunState permits RunState.NotStarted, Started {
    /** The state after an event. @throws IllegalStateException when the event cannot happen here */
    RunState apply(Event event);

    /** Nothing is known but the run's id. */
    record NotStarted() implements RunState {
        @Override
        public RunState apply(Event event) {
            if (event instanceof RunStarted started) {
                return Started.with(started.spec());
            }
            throw new IllegalStateException("a run begins with its specification, not with " + event);
        }
    }
}
