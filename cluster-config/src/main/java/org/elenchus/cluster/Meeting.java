package org.elenchus.cluster;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.Address;
import org.apache.pekko.actor.AddressFromURIString;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.MemberStatus;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.apache.pekko.cluster.typed.JoinSeedNodes;

/** A node's way into its cluster by a meeting point, and its signs of life there until it ends. */
final class Meeting {
    private static final long PERIOD_MILLIS = 2000;

    private final ActorSystem<?> system;
    private final Cluster cluster;
    private final MeetingPoint point;
    private final String self;
    private final ScheduledExecutorService thread;

    private Meeting(ActorSystem<?> system, MeetingPoint point, String self, ScheduledExecutorService thread) {
        this.system = system;
        this.cluster = Cluster.get(system);
        this.point = point;
        this.self = self;
        this.thread = thread;
    }

    static void begin(ActorSystem<?> system, MeetingPoint point, String self) {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("meeting").factory());
        Meeting meeting = new Meeting(system, point, self, thread);
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

    private static Address address(String hostAndPort) {
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
