package org.elenchus.tools.cli.node;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.apache.pekko.cluster.sharding.ShardRegion.CurrentShardRegionState;
import org.apache.pekko.cluster.sharding.typed.ClusterShardingQuery;
import org.apache.pekko.cluster.sharding.typed.GetShardRegionState;
import org.apache.pekko.cluster.sharding.typed.javadsl.ClusterSharding;
import org.apache.pekko.cluster.sharding.typed.javadsl.EntityTypeKey;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.management.javadsl.ManagementRouteProvider;
import org.apache.pekko.management.javadsl.ManagementRouteProviderSettings;
import org.elenchus.actors.wiring.EntityTypes;

/** {@code GET /metrics} for Prometheus. Named by the configuration; Pekko Management makes it and mounts it. */
public final class MetricsRoute extends AllDirectives implements ManagementRouteProvider {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ActorSystem<Void> system;

    /** For Pekko Management. */
    public MetricsRoute(ExtendedActorSystem system) {
        this.system = Adapter.toTyped(system);
    }

    @Override
    public Route routes(ManagementRouteProviderSettings settings) {
        return path("metrics", () -> get(() -> onComplete(counted(), ignored -> complete(text()))));
    }

    private HttpResponse text() {
        return HttpResponse.create()
                .withEntity(ContentTypes.TEXT_PLAIN_UTF8, metrics().text());
    }

    private NodeMetrics metrics() {
        return system.settings().setup().get(NodeMetrics.class).orElseThrow();
    }

    /** Completes when every region has said how many entities it has, or has not answered in time and is left as it was. */
    private CompletableFuture<Void> counted() {
        return CompletableFuture.allOf(
                EntityTypes.all().stream().map(this::count).toArray(CompletableFuture<?>[]::new));
    }

    private CompletableFuture<?> count(EntityTypeKey<?> type) {
        return AskPattern.<ClusterShardingQuery, CurrentShardRegionState>ask(
                        ClusterSharding.get(system).shardState(),
                        replyTo -> query(type, replyTo),
                        PATIENCE,
                        system.scheduler())
                .thenAccept(state -> metrics().living(type.name(), entities(state)))
                .exceptionally(silent -> null)
                .toCompletableFuture();
    }

    private static ClusterShardingQuery query(EntityTypeKey<?> type, ActorRef<CurrentShardRegionState> replyTo) {
        return new GetShardRegionState(type, replyTo);
    }

    private static int entities(CurrentShardRegionState state) {
        return state.getShards().stream()
                .mapToInt(shard -> shard.getEntityIds().size())
                .sum();
    }
}
