package org.elenchus.tools.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where libraries come from. */
final class MavenWorld {
    private MavenWorld() {}

    static List<Finding> look() {
        Path home = Path.of(System.getProperty("user.home"));
        List<Finding> findings = new ArrayList<>();
        Path settings = home.resolve(".m2/settings.xml");
        findings.add(
                Files.isReadable(settings)
                        ? Finding.good("maven settings", settings + " (mirrors, proxies and offline mode are honoured)")
                        : Finding.good("maven settings", "none at " + settings + "; Maven Central is asked directly"));
        findings.add(Finding.good(
                "local repository",
                home.resolve(".m2/repository")
                        + (Files.isDirectory(home.resolve(".m2/repository")) ? "" : " (not there yet)")
                        + ", unless the settings name another"));
        Optional<Path> maven = Program.find("mvn");
        findings.add(maven.map(path -> Finding.good("mvn", path + "; builds this program"))
                .orElse(Finding.note("mvn", "not found; needed only to build this program")));
        Optional<Path> git = Program.find("git");
        findings.add(git.map(path -> Finding.good("git", path.toString()))
                .orElse(Finding.note("git", "not found; 'patch -p1' applies the diffs of 'tasks show' too")));
        return findings;
    }
}
