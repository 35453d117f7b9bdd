package org.elenchus.tools.mining.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Repository;
import org.apache.maven.model.building.FileModelSource;
import org.apache.maven.model.building.ModelSource;
import org.apache.maven.model.resolution.ModelResolver;
import org.apache.maven.model.resolution.UnresolvableModelException;
import org.apache.maven.repository.internal.ArtifactDescriptorUtils;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;

/** Finds parent POMs and imported ones for the model builder, also in repositories that POMs name on the way. */
final class RemoteModels implements ModelResolver {
    private final MavenSession maven;
    /** What POMs named, by the id they gave it. */
    private final SequencedMap<String, RemoteRepository> named;

    RemoteModels(MavenSession maven) {
        this(maven, new LinkedHashMap<>());
    }

    private RemoteModels(MavenSession maven, SequencedMap<String, RemoteRepository> named) {
        this.maven = maven;
        this.named = new LinkedHashMap<>(named);
    }

    /** The repositories known so far, the session's own first. */
    List<RemoteRepository> remotes() {
        return Stream.concat(maven.remotes().stream(), named.values().stream()).toList();
    }

    @Override
    public ModelSource resolveModel(String groupId, String artifactId, String version)
            throws UnresolvableModelException {
        Artifact pom = new DefaultArtifact(groupId, artifactId, "", "pom", version);
        try {
            ArtifactRequest request = new ArtifactRequest(pom, remotes(), null);
            Artifact found =
                    maven.system().resolveArtifact(maven.resolving(), request).getArtifact();
            return new FileModelSource(found.getPath().toFile());
        } catch (RepositoryException e) {
            throw new UnresolvableModelException(e.getMessage(), groupId, artifactId, version, e);
        }
    }

    @Override
    public ModelSource resolveModel(Parent parent) throws UnresolvableModelException {
        parent.setVersion(highest(parent.getGroupId(), parent.getArtifactId(), parent.getVersion()));
        return resolveModel(parent.getGroupId(), parent.getArtifactId(), parent.getVersion());
    }

    @Override
    public ModelSource resolveModel(Dependency dependency) throws UnresolvableModelException {
        dependency.setVersion(highest(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion()));
        return resolveModel(dependency.getGroupId(), dependency.getArtifactId(), dependency.getVersion());
    }

    @Override
    public void addRepository(Repository repository) {
        addRepository(repository, false);
    }

    /** Maven names each twice: as it is written, and to replace that when properties have been put in. The session's own stay. */
    @Override
    public void addRepository(Repository repository, boolean replace) {
        RemoteRepository added = ArtifactDescriptorUtils.toRemoteRepository(repository);
        boolean own = maven.remotes().stream().anyMatch(remote -> remote.getId().equals(added.getId()));
        if (!own && (replace || !named.containsKey(added.getId()))) {
            named.put(
                    added.getId(),
                    maven.system()
                            .newResolutionRepositories(maven.resolving(), List.of(added))
                            .getFirst());
        }
    }

    @Override
    public ModelResolver newCopy() {
        return new RemoteModels(maven, named);
    }

    /** A version as it stands, or the highest one of a range. */
    private String highest(String groupId, String artifactId, String version) throws UnresolvableModelException {
        if (!version.startsWith("[") && !version.startsWith("(")) {
            return version;
        }
        try {
            VersionRangeRequest request = new VersionRangeRequest(
                    new DefaultArtifact(groupId, artifactId, "", "pom", version), remotes(), null);
            VersionRangeResult range = maven.system().resolveVersionRange(maven.resolving(), request);
            if (range.getHighestVersion() == null) {
                throw new UnresolvableModelException("no version in the range", groupId, artifactId, version);
            }
            return range.getHighestVersion().toString();
        } catch (RepositoryException e) {
            throw new UnresolvableModelException(e.getMessage(), groupId, artifactId, version, e);
        }
    }
}
