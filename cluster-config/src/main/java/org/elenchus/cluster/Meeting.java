package org.elenchus.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.Member;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Down;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.JoinSeedNodes;

/** A node's way into its cluster by a meeting point, and its signs of life there until it ends. */
final class Meeting {
    private static final long PERIOD_MILLIS = 2000;

    /** The register of nodes takes one for gone that was silent for 15 s; until then a dead node may look like a stranger. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ActorSystem<?> system;
    private final Cluster cluster;
    private final MeetingPoint point;
    private final String self;
    private final ScheduledExecutorService thread;
    private final Strangers strangers;

    private Meeting(
            ActorSystem<?> system,
            MeetingPoint point,
            String self,
            ScheduledExecutorService thread,
            Strangers strangers) {
        this.system = system;
        this.cluster = Cluster.get(system);
        this.point = point;
        this.self = self;
        this.thread = thread;
        this.strangers = strangers;
    }

    static void begin(ActorSystem<?> system, MeetingPoint point, String self) {
        begin(system, point, self, PATIENCE);
    }

    /** @param patience until a node that is at work and no member is taken for the sign of a split */
    static void begin(ActorSystem<?> system, MeetingPoint point, String self, Duration patience) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("meeting").factory());
        Meeting meeting = new Meeting(system, point, self, thread, new Strangers(patience));
        thread.scheduleWithFixedDelay(meeting::step, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        system.getWhenTerminated().whenComplete((done, failure) -> meeting.end());
    }

    private void step() {
        if (cluster.isTerminated()) {
            // Downed, or on its way out: it neither lives on here nor enters again.
            return;
        }
        try {
            if (cluster.selfMember().status().equals(MemberStatus.removed())) {
                enter();
            } else {
                point.seen(self);
                heal();
            }
        } catch (RuntimeException e) {
            system.log().warn("the meeting point is out of reach: {}", String.valueOf(e.getMessage()));
        }
    }

    private void enter() {
        List<String> others = point.others(self);
        if (!others.isEmpty()) {
            cluster.manager()
                    .tell(new JoinSeedNodes(
                            others.stream().map(Meeting::address).toList()));
        } else if (point.begin(self)) {
            system.log().info("{} begins a cluster", self);
            cluster.manager().tell(Join.create(cluster.selfMember().address()));
        }
    }

    /** Two clusters on one journal stay two for ever: none looks for the other. The smaller ends, and its nodes are started again. */
    private void heal() {
        if (strangers.outnumber(reachable(), point.others(self), System.nanoTime())) {
            system.log()
                    .error(
                            "the cluster has split: {} are at work on this journal and not of this cluster; this node ends,"
                                    + " start it again",
                            strangers);
            cluster.manager().tell(new Down(cluster.selfMember().address()));
        }
    }

    /** Members, as HOST:PORT. */
    private Set<String> reachable() {
        Set<Member> unreachable = cluster.state().getUnreachable();
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter(member -> !unreachable.contains(member))
                .map(member -> member.address().hostPort())
                .map(hostPort -> hostPort.substring(hostPort.indexOf('@') + 1))
                .collect(Collectors.toSet());
    }

    /** Of remoting. */
    static Address address(String hostAndPort) {
        return AddressFromURIString.parse("pekko://" + Profile.SYSTEM + "@" + hostAndPort);
    }

    private void end() {
        thread.shutdown();
        try {
            point.left(self);
        } catch (RuntimeException e) {
            system.log().warn("this node could not sign off: {}", String.valueOf(e.getMessage()));
        }
    }
}
