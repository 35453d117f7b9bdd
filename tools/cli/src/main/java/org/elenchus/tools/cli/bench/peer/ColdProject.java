package org.elenchus.tools.cli.bench.peer;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;

/** The POM of the project that is built cold. Its plugins are those this program itself is built with, so that they are at hand offline. */
final class ColdProject {
    private static final String SUREFIRE = "3.5.5";

    private ColdProject() {}

    /** @param jars the library's dependencies, as files */
    static String pom(int release, List<Path> jars) {
        StringBuilder pom = new StringBuilder("<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n")
                .append("<modelVersion>4.0.0</modelVersion>\n")
                .append("<groupId>cold</groupId><artifactId>cold</artifactId><version>1</version>\n")
                .append("<properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>")
                .append("<maven.compiler.release>" + release + "</maven.compiler.release></properties>\n")
                .append("<dependencies>\n");
        String version = String.valueOf(JupiterTestEngine.class.getPackage().getImplementationVersion());
        dependency(pom, "org.junit.jupiter", "junit-jupiter", version, "<scope>test</scope>");
        dependency(pom, "org.junit.vintage", "junit-vintage-engine", version, "<scope>test</scope>");
        for (int i = 0; i < jars.size(); i++) {
            dependency(
                    pom,
                    "cold",
                    "jar" + i,
                    "1",
                    "<scope>system</scope><systemPath>" + jars.get(i).toAbsolutePath() + "</systemPath>");
        }
        pom.append("</dependencies>\n<build><plugins>\n");
        plugin(pom, "maven-resources-plugin", "3.3.1");
        plugin(pom, "maven-compiler-plugin", "3.14.0");
        plugin(pom, "maven-surefire-plugin", SUREFIRE);
        return pom.append("</plugins></build>\n</project>\n").toString();
    }

    private static void dependency(StringBuilder pom, String group, String artifact, String version, String rest) {
        pom.append("<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version>" + rest + "</dependency>\n");
    }

    private static void plugin(StringBuilder pom, String artifact, String version) {
        pom.append("<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>" + artifact
                + "</artifactId><version>" + version + "</version></plugin>\n");
    }
}
