package org.elenchus.tools.cli.node.population;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorIdentity;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.Identify;
import org.apache.pekko.actor.PoisonPill;
import org.apache.pekko.actor.Props;
import org.apache.pekko.cluster.sharding.ShardRegion;
import org.elenchus.actors.wiring.EntityTypes;

/**
 * Sends all entities of a node to rest by the shards' own procedure. Sharding does so after the idle time that is configured, for which a
 * measurement cannot wait.
 */
final class Passivation extends AbstractActor {
    private final AtomicInteger sent;

    private Passivation(AtomicInteger sent) {
        this.sent = sent;
    }

    /** @param sent is added to for every entity that is sent to rest */
    static Props of(AtomicInteger sent) {
        return Props.create(Passivation.class, () -> new Passivation(sent));
    }

    @Override
    public void preStart() {
        for (var kind : List.of(EntityTypes.REPOSITORY, EntityTypes.SKILL)) {
            getContext()
                    .actorSelection("/system/sharding/" + kind.name() + "/*/*")
                    .tell(new Identify(kind), getSelf());
        }
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(ActorIdentity.class, identity -> identity.getActorRef().ifPresent(this::rest))
                .build();
    }

    /** The entity itself asks its shard. */
    private void rest(ActorRef entity) {
        sent.incrementAndGet();
        getContext()
                .actorSelection(entity.path().parent())
                .tell(new ShardRegion.Passivate(PoisonPill.getInstance()), entity);
    }
}
