package org.elenchus.actors.wiring;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.ClusterEvent.MemberEvent;
import org.apache.pekko.cluster.ClusterEvent.ReachabilityEvent;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Subscribe;
import org.elenchus.actors.run.EvolutionRunActor.Hasten;
import org.elenchus.protocol.run.EvolutionRunProtocol.Command;

/**
 * Tells a run when nodes come or go. What it asked of a node that died is lost, and so is what it asked of an entity whose shard moves.
 * Nobody tells of a moving shard, but shards move only because of nodes: the run begins its pauses anew with the news of the node, so what is
 * lost later is asked for again after about as long as has passed since.
 */
final class Hastening {
    private Hastening() {}

    /** @param run told {@link Hasten} with every such change, and of the members there are when it starts */
    static Behavior<Command> of(Behavior<Command> run) {
        return Behaviors.setup(context -> {
            var subscriptions = Cluster.get(context.getSystem()).subscriptions();
            subscriptions.tell(Subscribe.create(
                    context.messageAdapter(MemberEvent.class, event -> new Hasten()), MemberEvent.class));
            subscriptions.tell(Subscribe.create(
                    context.messageAdapter(ReachabilityEvent.class, event -> new Hasten()), ReachabilityEvent.class));
            return run;
        });
    }
}
