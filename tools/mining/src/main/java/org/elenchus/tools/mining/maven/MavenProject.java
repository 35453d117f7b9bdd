package org.elenchus.tools.mining.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source tree as its POM describes it. Folders need not exist.
 *
 * @param release the Java release its sources are written for
 */
public record MavenProject(
        Path mainSources,
        List<Path> mainResources,
        Path testSources,
        List<Path> testResources,
        ClassPath classPath,
        int release) {
    public MavenProject {
        mainResources = List.copyOf(mainResources);
        testResources = List.copyOf(testResources);
    }

    /** Whether all its folders lie in one. A POM may name any. */
    public boolean isInside(Path folder) {
        Path top = folder.toAbsolutePath().normalize();
        return Stream.of(List.of(mainSources, testSources), mainResources, testResources)
                .flatMap(List::stream)
                .allMatch(named -> named.toAbsolutePath().normalize().startsWith(top));
    }

    /** The standard layout, for a tree without a POM. */
    public static MavenProject standard(Path folder) {
        return new MavenProject(
                folder.resolve("src/main/java"),
                List.of(folder.resolve("src/main/resources")),
                folder.resolve("src/test/java"),
                List.of(folder.resolve("src/test/resources")),
                new ClassPath(List.of(), List.of()),
                JavaRelease.LOWEST);
    }
}
