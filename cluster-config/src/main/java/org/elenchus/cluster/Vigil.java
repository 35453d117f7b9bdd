package org.elenchus.cluster;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.cluster.ClusterEvent;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Down;
import org.apache.pekko.cluster.typed.Subscribe;

/**
 * Watches the processes of the other members, and downs a member whose process has ended at once: its machine says so, and nothing need be
 * waited for. Silence is left to the failure detector, and so is the end of half the members or more, which may be the end of a network.
 */
final class Vigil extends AbstractBehavior<Vigil.Sign> {
    private static final Set<MemberStatus> AT_WORK =
            Set.of(MemberStatus.joining(), MemberStatus.weaklyUp(), MemberStatus.up(), MemberStatus.leaving());

    /** What is seen of members. */
    sealed interface Sign {}

    private record Changed(ClusterEvent.MemberEvent event) implements Sign {}

    /** A member's machine refuses connections to it. */
    private record Ended(Address member) implements Sign {}

    private final Cluster cluster;
    private final Map<Address, Lifeline> lifelines = new HashMap<>();
    private final Set<Address> ended = new HashSet<>();

    private Vigil(ActorContext<Sign> context) {
        super(context);
        this.cluster = Cluster.get(context.getSystem());
        cluster.subscriptions()
                .tell(Subscribe.create(
                        context.messageAdapter(ClusterEvent.MemberEvent.class, Changed::new),
                        ClusterEvent.MemberEvent.class));
    }

    static void begin(ActorSystem<?> system) {
        system.systemActorOf(create(), "vigil", Props.empty());
    }

    private static Behavior<Sign> create() {
        return Behaviors.setup(Vigil::new);
    }

    @Override
    public Receive<Sign> createReceive() {
        return newReceiveBuilder()
                .onMessage(Changed.class, changed -> changed(changed.event().member()))
                .onMessage(Ended.class, sign -> ended(sign.member()))
                .onSignal(PostStop.class, stopped -> {
                    lifelines.values().forEach(Lifeline::close);
                    return this;
                })
                .build();
    }

    private Behavior<Sign> changed(Member member) {
        Address address = member.address();
        if (AT_WORK.contains(member.status())
                && !address.equals(cluster.selfMember().address())) {
            if (!lifelines.containsKey(address)) {
                lifelines.put(
                        address,
                        Lifeline.to(
                                address.getHost().orElseThrow(),
                                (int) address.getPort().orElseThrow(),
                                () -> getContext().getSelf().tell(new Ended(address))));
            }
        } else {
            Lifeline lifeline = lifelines.remove(address);
            if (lifeline != null) {
                lifeline.close();
            }
            ended.remove(address);
            if (member.status().equals(MemberStatus.removed())) {
                EndOrSilence.forget(address);
            }
        }
        return this;
    }

    private Behavior<Sign> ended(Address member) {
        if (lifelines.containsKey(member)) {
            ended.add(member);
            if (isMinority(ended.size(), members())) {
                ended.forEach(address -> {
                    getContext().getLog().warn("the process of {} has ended; it is down", address);
                    // A member that is down is removed when it cannot be reached either.
                    EndOrSilence.ended(address);
                    cluster.manager().tell(new Down(address));
                });
            } else {
                getContext()
                        .getLog()
                        .warn("half the members or more refuse connections, {}; left to the resolver", ended);
            }
        }
        return this;
    }

    /** Whether so many of the members can be downed by the rest, which then is the only majority. */
    static boolean isMinority(int ended, int members) {
        return 2 * ended < members;
    }

    private int members() {
        return (int) StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter(member -> AT_WORK.contains(member.status()))
                .count();
    }
}
