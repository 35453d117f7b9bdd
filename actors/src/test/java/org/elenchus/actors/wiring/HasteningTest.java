package org.elenchus.actors.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.Join;
import org.elenchus.actors.run.EvolutionRunActor.Hasten;
import org.elenchus.protocol.run.EvolutionRunProtocol.Command;
import org.elenchus.protocol.run.EvolutionRunProtocol.GetStatus;
import org.junit.jupiter.api.Test;

class HasteningTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void a_run_hears_of_nodes_that_come_and_of_everything_else_as_before() {
        ActorTestKit kit =
                ActorTestKit.create("hastening", ConfigFactory.parseString("""
                        pekko.loglevel = WARNING
                        pekko.actor.provider = cluster
                        pekko.remote.artery.canonical { hostname = "127.0.0.1", port = 0 }
                        pekko.cluster.jmx.enabled = off
                        pekko.coordinated-shutdown.exit-jvm = off
                        """).withFallback(ConfigFactory.load()));
        try {
            TestProbe<Command> heard = kit.createTestProbe();
            var run = kit.spawn(Hastening.of(Behaviors.receiveMessage(command -> {
                heard.getRef().tell(command);
                return Behaviors.same();
            })));
            run.tell(new GetStatus(kit.system().ignoreRef()));
            assertThat(heard.receiveMessage(LONG))
                    .as("before there is a cluster")
                    .isInstanceOf(GetStatus.class);

            Cluster cluster = Cluster.get(kit.system());
            cluster.manager().tell(new Join(cluster.selfMember().address()));
            assertThat(heard.receiveMessage(LONG)).isEqualTo(new Hasten());
        } finally {
            kit.shutdownTestKit();
        }
    }
}
