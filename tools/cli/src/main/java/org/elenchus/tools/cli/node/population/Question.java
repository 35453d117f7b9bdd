package org.elenchus.tools.cli.node.population;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a node that holds a population is asked, one question at a time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.Look.class, name = "look"),
    @JsonSubTypes.Type(value = Question.Sweep.class, name = "sweep"),
    @JsonSubTypes.Type(value = Question.Rest.class, name = "rest"),
    @JsonSubTypes.Type(value = Question.Weigh.class, name = "weigh")
})
public sealed interface Question {
    /** How does the cluster look from there? Answered by a {@link ClusterView}. */
    record Look() implements Question {}

    /**
     * Ask entities, wherever they live, until each has answered. Answered by {@link Swept}.
     *
     * @param sample how many of the population, drawn
     * @param first how many of them are asked before the others; when these have answered is told
     * @param draw what draws them
     * @param part the share of this node, from 0
     * @param parts how many nodes share them
     * @param atOnce how many are asked at once for the first time
     * @param patience seconds until one that has not answered is given up
     */
    record Sweep(int sample, int first, long draw, int part, int parts, int atOnce, int patience) implements Question {}

    /** Send the node's entities to rest, as when nobody has asked them for long. Answered by {@link Rested}. */
    record Rest() implements Question {}

    /** How much heap is in use after a collection? Answered by {@link Weight}. */
    record Weigh() implements Question {}
}
