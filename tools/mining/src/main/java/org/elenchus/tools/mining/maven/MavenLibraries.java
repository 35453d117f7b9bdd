package org.elenchus.tools.mining.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Resource;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.util.filter.DependencyFilterUtils;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.jspecify.annotations.Nullable;

/** Libraries by coordinate and source trees by POM. The resolver starts with the first question. Thread-safe. */
public final class MavenLibraries implements AutoCloseable {
    private final MavenPreferences preferences;
    private final Properties system;
    private @Nullable MavenSession session;

    public MavenLibraries(MavenPreferences preferences, Properties system) {
        this.preferences = preferences;
        this.system = system;
    }

    /** As this machine's Maven would do it. */
    public static MavenLibraries ofThisMachine(boolean offline) {
        Properties properties = new Properties();
        System.getProperties().stringPropertyNames().forEach(n -> properties.setProperty(n, System.getProperty(n)));
        System.getenv().forEach((name, value) -> properties.setProperty("env." + name, value));
        MavenPreferences found = MavenPreferences.of(properties, System.getenv());
        return new MavenLibraries(offline ? found.withoutNetwork() : found, properties);
    }

    /** Fetches a library's sources, test sources and dependencies. @param coordinate a {@code maven:} one */
    public SourceJars fetch(RepositoryCoordinate coordinate) throws RepositoryFault {
        MavenSession maven = session();
        String[] part = coordinate.value().split(":", -1);
        String name = part[1] + ":" + part[2] + ":" + part[3];
        Path pomFile = artifact(
                maven,
                new DefaultArtifact(part[1], part[2], "pom", part[3]),
                name + " is in none of the repositories (" + maven.remoteNames()
                        + "). Check group, artifact and version for misspellings, or add its repository to Maven's settings");
        Path sources = artifact(
                maven,
                new DefaultArtifact(part[1], part[2], "sources", "jar", part[3]),
                name + " is published without a sources jar. Use another version, or its source tree as dir:PATH");
        Path testSources = artifact(
                maven,
                new DefaultArtifact(part[1], part[2], "test-sources", "jar", part[3]),
                name + " is published without a test-sources jar. Use another version, or its source tree as dir:PATH");
        PomReader.EffectivePom pom = new PomReader(maven).published(pomFile, name);
        return new SourceJars(
                sources, testSources, new ClassPathResolver(maven).resolve(pom, name), JavaRelease.of(pom.model()));
    }

    /** All published versions of a library, oldest first, as Maven orders them. @throws RepositoryFault when there are none to be seen */
    public List<String> versions(String group, String artifact) throws RepositoryFault {
        MavenSession maven = session();
        String name = group + ":" + artifact;
        try {
            VersionRangeResult found = maven.system()
                    .resolveVersionRange(
                            maven.resolving(),
                            new VersionRangeRequest(
                                    new DefaultArtifact(group, artifact, "pom", "(,)"), maven.remotes(), null));
            if (found.getVersions().isEmpty()) {
                throw new RepositoryFault(
                        maven.offline()
                                ? "No version of " + name + " is known in the local repository "
                                        + maven.localRepository() + ", and Maven is offline. Go online once"
                                : "No version of " + name + " is in the repositories (" + maven.remoteNames()
                                        + "). Check group and artifact for misspellings, and the network");
            }
            return found.getVersions().stream().map(Object::toString).toList();
        } catch (VersionRangeResolutionException e) {
            throw new RepositoryFault(
                    "The versions of " + name + " could not be read: " + Reasons.root(e)
                            + ". Check the network, the proxy and the mirrors in Maven's settings",
                    e);
        }
    }

    /**
     * The first of these jars that a library is published without.
     *
     * @throws RepositoryFault when it could not be found out
     */
    public Optional<String> lacking(RepositoryCoordinate coordinate, String... classifiers) throws RepositoryFault {
        MavenSession maven = session();
        String[] part = coordinate.value().split(":", -1);
        for (String classifier : classifiers) {
            Artifact wanted = new DefaultArtifact(part[1], part[2], classifier, "jar", part[3]);
            try {
                maven.system().resolveArtifact(maven.resolving(), new ArtifactRequest(wanted, maven.remotes(), null));
            } catch (ArtifactResolutionException e) {
                if (maven.offline() || Reasons.absentEverywhere(e)) {
                    return Optional.of(classifier);
                }
                throw new RepositoryFault(explain(maven, wanted, "", e), e);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a library is published with sources.
     *
     * @throws RepositoryFault when it could not be found out, as where Maven is offline and the sources are not here
     */
    public boolean hasSources(RepositoryCoordinate coordinate) throws RepositoryFault {
        if (lacking(coordinate, "sources").isEmpty()) {
            return true;
        }
        if (session().offline()) {
            // says why nothing is known
            sources(coordinate);
        }
        return false;
    }

    /** Fetches the sources of a library alone. @param coordinate a {@code maven:} one */
    public Path sources(RepositoryCoordinate coordinate) throws RepositoryFault {
        MavenSession maven = session();
        String[] part = coordinate.value().split(":", -1);
        return artifact(
                maven,
                new DefaultArtifact(part[1], part[2], "sources", "jar", part[3]),
                part[1] + ":" + part[2] + ":" + part[3] + " is published without a sources jar. Use another version");
    }

    /** Reads a source tree's POM where it has one; the standard layout otherwise. */
    public MavenProject read(Path folder) throws RepositoryFault {
        Optional<PomReader.EffectivePom> pom = pom(folder);
        return pom.isEmpty()
                ? MavenProject.standard(folder)
                : project(folder, pom.get(), new ClassPathResolver(session()).resolve(pom.get(), folder.toString()));
    }

    /** The same without dependencies. */
    public MavenProject layout(Path folder) throws RepositoryFault {
        Optional<PomReader.EffectivePom> pom = pom(folder);
        return pom.isEmpty()
                ? MavenProject.standard(folder)
                : project(folder, pom.get(), new ClassPath(List.of(), List.of()));
    }

    private Optional<PomReader.EffectivePom> pom(Path folder) throws RepositoryFault {
        Path pomFile = folder.resolve("pom.xml");
        return Files.isRegularFile(pomFile) ? Optional.of(new PomReader(session()).local(pomFile)) : Optional.empty();
    }

    private static MavenProject project(Path folder, PomReader.EffectivePom pom, ClassPath classPath) {
        Build build = pom.model().getBuild();
        return new MavenProject(
                folder.resolve(build.getSourceDirectory()),
                folders(folder, build.getResources()),
                folder.resolve(build.getTestSourceDirectory()),
                folders(folder, build.getTestResources()),
                classPath,
                JavaRelease.of(pom.model()));
    }

    /** What sources are compiled and run against that need these. @param coordinates {@code group:artifact:version} each */
    public ClassPath classPath(List<String> coordinates, String name) throws RepositoryFault {
        return coordinates.isEmpty()
                ? new ClassPath(List.of(), List.of())
                : new ClassPathResolver(session()).resolve(coordinates, name);
    }

    /** Fetches programs with all they need to run, as one class path. @param coordinates {@code group:artifact:version} each */
    public List<Path> programs(List<String> coordinates) throws RepositoryFault {
        MavenSession maven = session();
        List<Dependency> wanted = coordinates.stream()
                .map(coordinate -> new Dependency(new DefaultArtifact(coordinate), "runtime"))
                .toList();
        try {
            return maven
                    .system()
                    .resolveDependencies(
                            maven.resolving(),
                            new DependencyRequest(
                                    new CollectRequest(wanted, null, maven.remotes()),
                                    DependencyFilterUtils.classpathFilter("runtime")))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact().getPath())
                    .toList();
        } catch (DependencyResolutionException e) {
            throw new RepositoryFault(
                    String.join(", ", coordinates) + " could not be fetched: " + Reasons.root(e)
                            + ". Check the network, the proxy and the mirrors in Maven's settings",
                    e);
        }
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private synchronized MavenSession session() throws RepositoryFault {
        if (session == null) {
            session = MavenSession.open(preferences, system);
        }
        return session;
    }

    /**
     * Each folder once, whatever parts of it a POM includes. The module's own folder and those above it are left out: a POM takes a notice or a
     * licence from there, and beside them lies everything else.
     */
    private static List<Path> folders(Path module, List<Resource> resources) {
        Path top = module.toAbsolutePath().normalize();
        return resources.stream()
                .map(resource -> module.resolve(resource.getDirectory()).normalize())
                .filter(folder -> !top.startsWith(folder.toAbsolutePath()))
                .distinct()
                .toList();
    }

    private static Path artifact(MavenSession maven, Artifact wanted, String absent) throws RepositoryFault {
        try {
            ArtifactRequest request = new ArtifactRequest(wanted, maven.remotes(), null);
            return maven.system()
                    .resolveArtifact(maven.resolving(), request)
                    .getArtifact()
                    .getPath();
        } catch (ArtifactResolutionException e) {
            throw new RepositoryFault(explain(maven, wanted, absent, e), e);
        }
    }

    private static String explain(MavenSession maven, Artifact wanted, String absent, ArtifactResolutionException e) {
        if (maven.offline()) {
            return wanted + " is not in the local repository " + maven.localRepository()
                    + ", and Maven is offline. Go online once to fetch it";
        }
        if (Reasons.absentEverywhere(e)) {
            return absent;
        }
        return wanted + " could not be fetched: " + Reasons.root(e)
                + ". Check the network, the proxy and the mirrors in Maven's settings";
    }
}
