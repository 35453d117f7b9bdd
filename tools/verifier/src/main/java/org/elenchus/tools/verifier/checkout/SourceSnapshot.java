package org.elenchus.tools.verifier.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.elenchus.tools.verifier.declaration.Declaration;
import org.elenchus.tools.verifier.declaration.DeclarationFault;
import org.elenchus.tools.verifier.declaration.DeclarationFile;

/**
 * A snapshot of a declared repository: {@code src/tree}, its files, and {@code src/executables}, the paths of those that are programs.
 *
 * @param files all of them, relative to the tree
 * @param sources those that may be edited
 * @param executables those that are programs
 */
public record SourceSnapshot(
        Path tree,
        Declaration declaration,
        SortedSet<String> files,
        SortedSet<String> sources,
        SortedSet<String> executables) {
    /** Where the files lie below a snapshot's folder. */
    public static final String TREE = "src/tree/";

    public static final String EXECUTABLES = "src/executables";

    public SourceSnapshot {
        files = Collections.unmodifiableSortedSet(new TreeSet<>(files));
        sources = Collections.unmodifiableSortedSet(new TreeSet<>(sources));
        executables = Collections.unmodifiableSortedSet(new TreeSet<>(executables));
    }

    /** Whether a snapshot's folder holds a declared repository. */
    public static boolean isAt(Path root) {
        return DeclarationFile.isIn(root.resolve(TREE));
    }

    public static SourceSnapshot open(Path root) throws IOException, DeclarationFault {
        Path tree = root.resolve(TREE);
        Declaration declaration = DeclarationFile.read(tree);
        SortedSet<String> files = new TreeSet<>(filesIn(tree));
        SortedSet<String> sources = new TreeSet<>();
        files.stream().filter(declaration::isSource).forEach(sources::add);
        Path executables = root.resolve(EXECUTABLES);
        List<String> programs = Files.isRegularFile(executables) ? Files.readAllLines(executables) : List.of();
        return new SourceSnapshot(tree, declaration, files, sources, new TreeSet<>(programs));
    }

    private static List<String> filesIn(Path tree) throws IOException {
        List<String> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(tree)) {
            walk.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> files.add(tree.relativize(path).toString().replace('\\', '/')));
        }
        return files;
    }
}
