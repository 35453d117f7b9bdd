package org.elenchus.tools.verifier.declaration;

import org.elenchus.actors.port.SourceRules;

/** Paths as declarations write them. */
final class Paths {
    private Paths() {}

    /** @throws IllegalArgumentException when it is not a plain path below the repository's folder */
    static void require(String what, String path) {
        if (!SourceRules.isPlain(path)) {
            throw new IllegalArgumentException(
                    what + " must be a path below the repository's folder, such as 'src/shop'; it is '" + path + "'");
        }
    }

    /** Whether a path is one of the folders or files named, lies in one, or has a name that ends as a {@code *pattern} does. */
    static boolean covered(Iterable<String> named, String path) {
        for (String entry : named) {
            boolean covered = entry.startsWith("*")
                    ? path.endsWith(entry.substring(1))
                    : path.equals(entry) || path.startsWith(entry + "/");
            if (covered) {
                return true;
            }
        }
        return false;
    }
}
