package org.elenchus.cluster;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.management.javadsl.ManagementRouteProviderSettings;

/** What keeps strangers away from a cluster: TLS between nodes and for the API, and the API's password. Each may be absent. */
public record Protection(Optional<Certificates> tls, Optional<ApiPassword> password) {
    public static final Protection NONE = new Protection(Optional.empty(), Optional.empty());

    /** {@code https} where there are certificates. */
    public String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    ManagementRouteProviderSettings applied(ActorSystem<?> system, ManagementRouteProviderSettings settings) {
        ManagementRouteProviderSettings applied = settings;
        if (tls.isPresent()) {
            applied = applied.withHttpsConnectionContext(Certificates.server(system));
        }
        if (password.isPresent()) {
            String known = password.get().value();
            applied = applied.withAuth(given -> CompletableFuture.completedFuture(given.filter(credentials ->
                            credentials.identifier().equals(ApiPassword.USER) && credentials.verify(known))
                    .map(credentials -> credentials.identifier())));
        }
        return applied;
    }
}
