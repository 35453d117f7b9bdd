package org.elenchus.tools.mining.maven;

import java.nio.file.Path;

/**
 * A published library, fetched.
 *
 * @param release the Java release its sources are written for
 */
public record SourceJars(Path sources, Path testSources, ClassPath classPath, int release) {}
