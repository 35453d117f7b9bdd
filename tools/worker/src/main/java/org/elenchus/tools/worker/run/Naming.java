package org.elenchus.tools.worker.run;

import java.util.List;
import java.util.function.Predicate;

/** How failures are told: which classes are the repository's own, and which folders of this machine to leave out. */
public record Naming(Predicate<String> ownClass, List<String> folders) {
    public Naming {
        folders = folders.stream()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }
}
