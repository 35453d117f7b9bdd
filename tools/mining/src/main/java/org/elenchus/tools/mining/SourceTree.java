package org.elenchus.tools.mining;

import java.nio.file.Files;
import java.nio.file.Path;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;

/** The folder that a {@code dir:} coordinate names. */
public final class SourceTree {
    private SourceTree() {}

    /**
     * The folder, absolute. Costs a look at the disk, so that a wrong name can be refused before anything is begun.
     *
     * @throws RepositoryFault when it is not there or is no Maven module
     */
    public static Path of(RepositoryCoordinate coordinate) throws RepositoryFault {
        Path path = path(coordinate);
        if (!Files.isDirectory(path)) {
            throw new RepositoryFault("There is no folder " + path + ". Check the path after 'dir:'");
        }
        if (!Files.isReadable(path)) {
            throw new RepositoryFault("The folder " + path + " cannot be read. Change its permissions");
        }
        if (!Files.isRegularFile(path.resolve("pom.xml")) && !Files.isDirectory(path.resolve("src/main/java"))) {
            throw new RepositoryFault(
                    path + " has neither a pom.xml nor src/main/java. Name the folder of one Maven module");
        }
        return path;
    }

    private static Path path(RepositoryCoordinate coordinate) throws RepositoryFault {
        try {
            return Path.of(coordinate.value().substring("dir:".length()))
                    .toAbsolutePath()
                    .normalize();
        } catch (java.nio.file.InvalidPathException e) {
            throw new RepositoryFault(coordinate + " does not name a folder. Use dir:PATH", e);
        }
    }
}
