package org.elenchus.tools.mining.maven;

import java.util.List;

/**
 * What sources and tests are compiled and run against.
 *
 * @param jars in class path order
 * @param notes what was left out, one sentence each
 */
public record ClassPath(List<DependencyJar> jars, List<String> notes) {
    public ClassPath {
        jars = List.copyOf(jars);
        notes = List.copyOf(notes);
    }
}
