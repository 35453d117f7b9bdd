package org.elenchus.tools.mining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.actors.port.SourceRules;
import org.elenchus.tools.mining.snapshot.SnapshotContent;
import org.elenchus.tools.verifier.checkout.SourceSnapshot;
import org.elenchus.tools.verifier.declaration.DeclarationFault;
import org.elenchus.tools.verifier.declaration.DeclarationFile;

/**
 * The main sources of a staged snapshot.
 *
 * @param declared whether it runs a command of its own; otherwise it is Java for the worker
 * @param files path as tasks name it → path below the snapshot's root
 */
record SnapshotSources(SourceRules rules, boolean declared, SortedMap<String, String> files) {
    SnapshotSources {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static boolean isDeclared(SnapshotContent content) {
        return content.files().containsKey(SourceSnapshot.TREE + DeclarationFile.NAME);
    }

    /** @throws IOException when the snapshot cannot be read or its declaration is damaged */
    static SnapshotSources of(Path root, SnapshotContent content) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (!isDeclared(content)) {
            String main = SourceRules.JAVA.root();
            content.files().keySet().stream()
                    .filter(file -> file.startsWith(main))
                    .forEach(file -> files.put(file.substring(main.length()), file));
            return new SnapshotSources(SourceRules.JAVA, false, files);
        }
        try {
            SourceSnapshot snapshot = SourceSnapshot.open(root);
            snapshot.sources().forEach(source -> files.put(source, SourceSnapshot.TREE + source));
            return new SnapshotSources(snapshot.declaration().rules(), true, files);
        } catch (DeclarationFault e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    int lines(Path root) throws IOException {
        int lines = 0;
        for (String file : files.values()) {
            byte[] text = Files.readAllBytes(root.resolve(file));
            lines += (int) new String(text, StandardCharsets.UTF_8).lines().count();
        }
        return lines;
    }
}
