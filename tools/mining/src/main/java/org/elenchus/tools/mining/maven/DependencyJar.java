package org.elenchus.tools.mining.maven;

import java.nio.file.Path;

/** A jar of the class path. @param coordinate {@code group:artifact:extension[:classifier]:version} */
public record DependencyJar(String coordinate, Path file) {}
