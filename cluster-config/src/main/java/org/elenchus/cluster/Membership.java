package org.elenchus.cluster;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.cluster.typed.Cluster;
import org.apache.pekko.cluster.typed.JoinSeedNodes;
import org.apache.pekko.management.cluster.bootstrap.ClusterBootstrap;
import org.apache.pekko.management.javadsl.PekkoManagement;
import org.elenchus.protocol.node.NodeRole;

/**
 * The clustered profile: a node as the others see it.
 *
 * @param host the name under which other nodes reach this one
 * @param port of remoting
 * @param httpPort of management, health and the API
 */
public record Membership(
        String host, int port, int httpPort, Set<NodeRole> roles, Contact contact, Protection protection)
        implements Profile {
    public Membership {
        roles = Set.copyOf(new TreeSet<>(roles));
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a node needs at least one role");
        }
        requirePort("remoting", port);
        requirePort("HTTP", httpPort);
        if (contact instanceof Contact.Discovery && protection.password().isPresent()) {
            throw new IllegalArgumentException(
                    "nodes that discover each other ask each other without a password; leave out either the"
                            + " password of the API or the discovery, then they meet in their database");
        }
    }

    private static void requirePort(String what, int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port of " + what + " must be 1 to 65535; got " + port);
        }
    }

    @Override
    public Config config() {
        Map<String, Object> own = new HashMap<>();
        own.put("pekko.remote.artery.canonical.hostname", host);
        own.put("pekko.remote.artery.canonical.port", port);
        own.put("pekko.management.http.hostname", host);
        own.put("pekko.management.http.port", httpPort);
        own.put(
                "pekko.cluster.roles",
                roles.stream().map(NodeRole::text).sorted().toList());
        // Whoever finds seeds in the configuration joins them as soon as it starts; a node joins when it is told to.
        own.put("pekko.cluster.seed-nodes", List.of());
        protection.tls().ifPresent(tls -> own.putAll(tls.remoting()));
        switch (contact) {
            case Contact.Shared shared -> {}
            case Contact.Seeds seeds -> {}
            case Contact.Discovery discovery -> {
                own.put("pekko.management.cluster.bootstrap.contact-point-discovery.service-name", discovery.service());
                own.put(
                        "pekko.management.cluster.bootstrap.contact-point-discovery.discovery-method",
                        discovery.method());
                own.put(
                        "pekko.management.cluster.bootstrap.contact-point-discovery.required-contact-point-nr",
                        discovery.required());
            }
        }
        return ConfigFactory.parseMap(own, "this node")
                .withFallback(ConfigFactory.parseResources("org/elenchus/cluster/clustered.conf"));
    }

    /** Opens management and health, watches over the other members, and enters the cluster by its contact. */
    @Override
    public void join(ActorSystem<?> system) {
        PekkoManagement.get(system).start(settings -> protection.applied(system, settings));
        Vigil.begin(system);
        switch (contact) {
            case Contact.Shared shared -> Meeting.begin(system, shared.point(), host + ":" + port);
            case Contact.Seeds seeds ->
                Cluster.get(system)
                        .manager()
                        .tell(new JoinSeedNodes(
                                seeds.addresses().stream().map(Meeting::address).toList()));
            case Contact.Discovery discovery -> ClusterBootstrap.get(system).start();
        }
    }
}
