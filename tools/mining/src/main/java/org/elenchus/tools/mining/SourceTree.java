package org.elenchus.tools.mining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.elenchus.actors.port.RepositoryFault;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.tools.mining.intake.GitRevision;
import org.elenchus.tools.verifier.declaration.DeclarationFile;

/** The folder that a {@code dir:} or {@code git:} coordinate names. */
public final class SourceTree {
    private SourceTree() {}

    /**
     * The folder, absolute. Costs a look at the disk, so that a wrong name can be refused before anything is begun.
     *
     * @throws RepositoryFault when it is not there, or is a source folder that is neither declared nor a Maven module
     */
    public static Path of(RepositoryCoordinate coordinate) throws RepositoryFault {
        Path path = path(coordinate);
        if (!Files.isDirectory(path)) {
            throw new RepositoryFault("There is no folder " + path + ". Check the path after '"
                    + coordinate.value().substring(0, coordinate.value().indexOf(':') + 1) + "'");
        }
        if (!Files.isReadable(path)) {
            throw new RepositoryFault("The folder " + path + " cannot be read. Change its permissions");
        }
        if (!coordinate.isGit()) {
            requireSources(path, path.toString());
        }
        return path;
    }

    /** Whether it runs a command of its own, as far as that can be seen without exporting a revision. */
    public static boolean isDeclared(RepositoryCoordinate coordinate) throws RepositoryFault {
        Path folder = of(coordinate);
        if (!coordinate.isGit()) {
            return DeclarationFile.isIn(folder);
        }
        try {
            String inside = coordinate.module().isEmpty() ? "" : coordinate.module() + "/";
            return GitRevision.of(folder, coordinate.revision()).holds(inside + DeclarationFile.NAME);
        } catch (IOException e) {
            throw new RepositoryFault(coordinate + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** @throws RepositoryFault when a folder's files are of no kind that can be prepared; @param name what people call it */
    static void requireSources(Path folder, String name) throws RepositoryFault {
        if (!DeclarationFile.isIn(folder)
                && !Files.isRegularFile(folder.resolve("pom.xml"))
                && !Files.isDirectory(folder.resolve("src/main/java"))) {
            throw new RepositoryFault(
                    name + " has neither a pom.xml nor src/main/java, nor an " + DeclarationFile.NAME
                            + ". Name one Maven module (dir:PATH/MODULE, git:PATH@REVISION:MODULE), or declare the repository (docs/any-language.md)");
        }
    }

    private static Path path(RepositoryCoordinate coordinate) throws RepositoryFault {
        try {
            return Path.of(coordinate.path()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new RepositoryFault(coordinate + " does not name a folder. Use dir:PATH or git:PATH@REVISION", e);
        }
    }
}
