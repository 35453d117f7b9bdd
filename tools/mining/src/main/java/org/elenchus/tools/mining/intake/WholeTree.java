package org.elenchus.tools.mining.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.elenchus.tools.verifier.checkout.SourceSnapshot;
import org.elenchus.tools.verifier.declaration.Declaration;

/**
 * All files of a declared repository. Version control's own files, caches of earlier runs and what the declaration excludes stay out, and
 * so do symbolic links and special files: they may lead anywhere.
 *
 * @param folder the repository's
 * @param snapshots where prepared snapshots are kept; it and the data folder around it are never part of a repository
 */
public record WholeTree(Path folder, Path snapshots) {
    private static final Set<String> NEVER =
            Set.of(".git", ".hg", ".svn", "__pycache__", ".pytest_cache", ".mypy_cache", ".gradle", ".tox", ".venv");

    /** Copies them to where a snapshot keeps them. */
    public void copy(Declaration declaration, Path root, IntakeLimits limits) throws IOException, RefusedSource {
        Gauge gauge = new Gauge(limits, 0);
        SortedSet<String> programs = new TreeSet<>();
        for (var file : files(declaration).entrySet()) {
            gauge.countFile();
            Placement.of(file.getKey());
            try (InputStream in = Files.newInputStream(file.getValue())) {
                gauge.copy(in, root.resolve(SourceSnapshot.TREE).resolve(file.getKey()), file.getKey());
            }
            if (Files.isExecutable(file.getValue())) {
                programs.add(file.getKey());
            }
        }
        if (!programs.isEmpty()) {
            Files.write(root.resolve(SourceSnapshot.EXECUTABLES), programs);
        }
    }

    private SortedMap<String, Path> files(Declaration declaration) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                return isOut(visited, declaration) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                // A worktree's .git is a file.
                if (attributes.isRegularFile() && !isOut(file, declaration)) {
                    files.put(name(file), file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private boolean isOut(Path path, Declaration declaration) {
        if (path.equals(folder)) {
            return false;
        }
        Path data = Optional.ofNullable(snapshots.getParent()).orElse(snapshots);
        String last = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return NEVER.contains(last)
                || path.equals(data)
                || path.equals(snapshots)
                || declaration.isExcluded(name(path));
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }
}
