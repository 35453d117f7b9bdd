package org.elenchus.tools.mining.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.RepositoryPolicy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.RepositorySystemSession.CloseableSession;
import org.eclipse.aether.repository.AuthenticationSelector;
import org.eclipse.aether.repository.MirrorSelector;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.supplier.SessionBuilderSupplier;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.elenchus.actors.port.RepositoryFault;
import org.jspecify.annotations.Nullable;

/**
 * Maven's resolver, set up as the user's Maven is: local repository, mirrors, proxies, credentials, active profiles' repositories.
 *
 * @param remotes where to look, in order: profiles' repositories, then those of the super POM
 */
record MavenSession(RepositorySystem system, CloseableSession session, List<RemoteRepository> remotes)
        implements AutoCloseable {

    /** @param properties of this machine, the environment among them. Settings are the user's own and see them all; POMs do not */
    static MavenSession open(MavenPreferences preferences, Properties properties) throws RepositoryFault {
        Settings settings = UserSettings.read(preferences, properties);
        RepositorySystem system = new RepositorySystemSupplier().get();
        CloseableSession session = new SessionBuilderSupplier(system)
                .get()
                .withLocalRepositoryBaseDirectories(localRepository(preferences, settings, properties))
                .setOffline(preferences.offline() || settings.isOffline())
                .setMirrorSelector(mirrors(settings))
                .setProxySelector(proxies(settings))
                .setAuthenticationSelector(credentials(settings))
                .setSystemProperties(PomProperties.of(properties))
                .setConfigProperties(patience(properties))
                .build();
        List<RemoteRepository> raw = new ArrayList<>();
        for (Profile profile : SettingsProfiles.active(settings, properties)) {
            profile.getRepositories().forEach(repository -> raw.add(remote(repository)));
        }
        raw.addAll(SuperPom.repositories());
        return new MavenSession(system, session, system.newResolutionRepositories(session, firstOfEachId(raw)));
    }

    boolean offline() {
        return session.isOffline();
    }

    Path localRepository() {
        return session.getLocalRepository().getBasePath();
    }

    /** Names of the repositories asked, for messages. */
    String remoteNames() {
        return String.join(", ", remotes.stream().map(RemoteRepository::getId).toList());
    }

    RepositorySystemSession resolving() {
        return session;
    }

    /** What POMs are read with. */
    Properties forPoms() {
        Properties known = new Properties();
        known.putAll(session.getSystemProperties());
        return known;
    }

    @Override
    public void close() {
        session.close();
        system.shutdown();
    }

    private static Path localRepository(MavenPreferences preferences, Settings settings, Properties properties) {
        return preferences
                .localRepository()
                .or(() -> Optional.ofNullable(settings.getLocalRepository())
                        .filter(path -> !path.isBlank())
                        .map(Path::of))
                .orElseGet(() -> Path.of(properties.getProperty("user.home", "."), ".m2", "repository"));
    }

    /** Bounded waits; what the user set on the command line wins. */
    private static Map<String, Object> patience(Properties properties) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("aether.connector.connectTimeout", 20_000);
        settings.put("aether.connector.requestTimeout", 60_000);
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith("aether.")) {
                settings.put(name, properties.getProperty(name));
            }
        }
        return settings;
    }

    private static MirrorSelector mirrors(Settings settings) {
        DefaultMirrorSelector selector = new DefaultMirrorSelector();
        for (Mirror mirror : settings.getMirrors()) {
            selector.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts());
        }
        return selector;
    }

    private static ProxySelector proxies(Settings settings) {
        DefaultProxySelector selector = new DefaultProxySelector();
        for (Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                AuthenticationBuilder login = new AuthenticationBuilder();
                login.addUsername(proxy.getUsername()).addPassword(proxy.getPassword());
                selector.add(
                        new org.eclipse.aether.repository.Proxy(
                                proxy.getProtocol(), proxy.getHost(), proxy.getPort(), login.build()),
                        proxy.getNonProxyHosts());
            }
        }
        return selector;
    }

    private static AuthenticationSelector credentials(Settings settings) {
        DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
        for (Server server : settings.getServers()) {
            AuthenticationBuilder login = new AuthenticationBuilder();
            login.addUsername(server.getUsername()).addPassword(server.getPassword());
            login.addPrivateKey(server.getPrivateKey(), server.getPassphrase());
            selector.add(server.getId(), login.build());
        }
        return selector;
    }

    private static RemoteRepository remote(Repository repository) {
        return new RemoteRepository.Builder(repository.getId(), repository.getLayout(), repository.getUrl())
                .setReleasePolicy(policy(repository.getReleases()))
                .setSnapshotPolicy(policy(repository.getSnapshots()))
                .build();
    }

    private static org.eclipse.aether.repository.RepositoryPolicy policy(@Nullable RepositoryPolicy policy) {
        if (policy == null) {
            return new org.eclipse.aether.repository.RepositoryPolicy();
        }
        return new org.eclipse.aether.repository.RepositoryPolicy(
                policy.isEnabled(), policy.getUpdatePolicy(), policy.getChecksumPolicy());
    }

    private static List<RemoteRepository> firstOfEachId(List<RemoteRepository> repositories) {
        Map<String, RemoteRepository> byId = new LinkedHashMap<>();
        repositories.forEach(repository -> byId.putIfAbsent(repository.getId(), repository));
        return List.copyOf(byId.values());
    }
}
