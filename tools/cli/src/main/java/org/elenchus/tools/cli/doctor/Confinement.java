package org.elenchus.tools.cli.doctor;

import java.util.List;
import java.util.Optional;

/** What keeps code under test in bounds on this machine, and what does not. */
final class Confinement {
    private Confinement() {}

    static List<Finding> look() {
        return List.of(network(), docker(), enforced(), notEnforced());
    }

    private static Finding network() {
        if (Program.find("unshare").isEmpty()) {
            return Finding.note("network isolation", "'unshare' not found: code under test could reach the network");
        }
        boolean works = Program.output("unshare", "--net", "true").isPresent()
                || Program.output("unshare", "--user", "--map-root-user", "--net", "true")
                        .isPresent();
        return works
                ? Finding.good("network isolation", "network namespaces can be made here")
                : Finding.note(
                        "network isolation",
                        "this user may not make network namespaces: code under test could reach the network;"
                                + " run where unprivileged user namespaces are allowed");
    }

    private static Finding docker() {
        if (Program.find("docker").isEmpty()) {
            return Finding.note("docker", "not found; the process sandbox is used");
        }
        Optional<String> version = Program.output("docker", "version", "--format", "{{.Server.Version}}");
        return version.map(
                        v -> Finding.good("docker", "engine " + v + " answers; this version uses the process sandbox"))
                .orElse(Finding.note(
                        "docker", "the client is here but no engine answers; the process sandbox is used"));
    }

    private static Finding enforced() {
        return Finding.good(
                "enforced",
                "code under test runs in processes of its own; time, fuel, memory and output are bounded;"
                        + " a process that cannot be stopped otherwise is killed");
    }

    private static Finding notEnforced() {
        return Finding.note(
                "not enforced",
                "the process sandbox is no wall: code under test runs as this user and could read and write its files;"
                        + " use repositories you would build yourself");
    }
}
