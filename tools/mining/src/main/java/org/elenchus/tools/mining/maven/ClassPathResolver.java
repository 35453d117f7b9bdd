package org.elenchus.tools.mining.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.repository.internal.ArtifactDescriptorReaderDelegate;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.resolution.DependencyResult;
import org.elenchus.actors.port.RepositoryFault;

/** Resolves all scopes of an effective POM, transitively, into one class path. */
final class ClassPathResolver {
    /** The sandbox brings its own test framework; a second copy would be another class of the same name. */
    private static final Set<String> FRAMEWORK_GROUPS = Set.of(
            "junit",
            "org.junit",
            "org.junit.jupiter",
            "org.junit.platform",
            "org.junit.vintage",
            "org.hamcrest",
            "org.opentest4j",
            "org.apiguardian");

    private final MavenSession maven;

    ClassPathResolver(MavenSession maven) {
        this.maven = maven;
    }

    ClassPath resolve(PomReader.EffectivePom pom, String name) throws RepositoryFault {
        ArtifactDescriptorResult described = new ArtifactDescriptorResult(new ArtifactDescriptorRequest());
        new ArtifactDescriptorReaderDelegate().populateResult(maven.resolving(), described, pom.model());
        Artifact self = new DefaultArtifact(
                pom.model().getGroupId(),
                pom.model().getArtifactId(),
                "jar",
                pom.model().getVersion());
        CollectRequest collect = new CollectRequest(
                described.getDependencies().stream()
                        .filter(ClassPathResolver::resolvable)
                        .toList(),
                described.getManagedDependencies(),
                pom.remotes());
        collect.setRootArtifact(self);
        List<String> notes = new ArrayList<>();
        List<DependencyJar> jars = new ArrayList<>();
        for (ArtifactResult result : resolveAll(collect, name).getArtifactResults()) {
            Artifact wanted = result.getRequest().getArtifact();
            if (!belongs(wanted, self)) {
                continue;
            }
            if (result.isResolved()) {
                jars.add(new DependencyJar(
                        coordinate(result.getArtifact()), result.getArtifact().getPath()));
            } else {
                notes.add(excuse(result, name));
            }
        }
        return new ClassPath(jars, notes);
    }

    /** The same of artifacts that no POM names. @throws RepositoryFault when one is none, or cannot be had */
    ClassPath resolve(List<String> coordinates, String name) throws RepositoryFault {
        List<Dependency> wanted = new ArrayList<>();
        for (String coordinate : coordinates) {
            try {
                wanted.add(new Dependency(new DefaultArtifact(coordinate), "compile"));
            } catch (IllegalArgumentException e) {
                throw new RepositoryFault(
                        "'" + coordinate + "' of " + name + " is no dependency; write GROUP:ARTIFACT:VERSION", e);
            }
        }
        List<DependencyJar> jars = new ArrayList<>();
        CollectRequest collect = new CollectRequest(wanted, List.of(), maven.remotes());
        for (ArtifactResult result : resolveAll(collect, name).getArtifactResults()) {
            Artifact artifact = result.getArtifact();
            if (!result.isResolved()) {
                throw new RepositoryFault(excuse(result, name));
            }
            if ("jar".equals(artifact.getExtension()) && !FRAMEWORK_GROUPS.contains(artifact.getGroupId())) {
                jars.add(new DependencyJar(coordinate(artifact), artifact.getPath()));
            }
        }
        return new ClassPath(jars, List.of());
    }

    private DependencyResult resolveAll(CollectRequest collect, String name) throws RepositoryFault {
        try {
            return maven.system().resolveDependencies(maven.resolving(), new DependencyRequest(collect, null));
        } catch (DependencyResolutionException e) {
            if (e.getResult() == null || e.getResult().getArtifactResults().isEmpty()) {
                throw unresolved(name, e);
            }
            return e.getResult();
        }
    }

    /** A test or optional dependency that exists nowhere is left out; anything else missing is a fault. */
    private String excuse(ArtifactResult result, String name) throws RepositoryFault {
        Dependency dependency = result.getRequest().getDependencyNode() == null
                ? null
                : result.getRequest().getDependencyNode().getDependency();
        String missing = coordinate(result.getRequest().getArtifact());
        boolean dispensable = dependency != null && ("test".equals(dependency.getScope()) || dependency.isOptional());
        if (dispensable && Reasons.absentEverywhere(result)) {
            return "dependency " + missing + " is in no repository and was left out";
        }
        String remedy = maven.offline()
                ? "Maven is offline: go online once, or put it into " + maven.localRepository()
                : "Check network and proxy, or install it into " + maven.localRepository();
        throw new RepositoryFault("Dependency " + missing + " of " + name + " could not be fetched. " + remedy);
    }

    private static RepositoryFault unresolved(String name, RepositoryException e) {
        return new RepositoryFault(
                "The dependencies of " + name + " could not be resolved: " + Reasons.root(e)
                        + ". Check the network, the proxy and the mirrors in Maven's settings",
                e);
    }

    private static boolean belongs(Artifact artifact, Artifact self) {
        boolean itself = artifact.getGroupId().equals(self.getGroupId())
                && artifact.getArtifactId().equals(self.getArtifactId())
                && artifact.getClassifier().isEmpty();
        return !itself && "jar".equals(artifact.getExtension()) && !FRAMEWORK_GROUPS.contains(artifact.getGroupId());
    }

    private static boolean resolvable(Dependency dependency) {
        return !"system".equals(dependency.getScope()) && !"import".equals(dependency.getScope());
    }

    private static String coordinate(Artifact artifact) {
        String classifier = artifact.getClassifier().isEmpty() ? "" : ":" + artifact.getClassifier();
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getExtension() + classifier + ":"
                + artifact.getVersion();
    }
}
