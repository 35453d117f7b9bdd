package org.elenchus.tools.cli.cluster;

import java.nio.file.Path;
import java.util.Optional;
import org.elenchus.cluster.ApiPassword;
import org.elenchus.cluster.Certificates;
import org.elenchus.cluster.Protection;
import org.elenchus.tools.cli.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How strangers are kept away from a cluster; the same for its nodes and for whoever speaks to them. */
public final class ProtectionOptions {
    @Option(
            names = "--tls",
            paramLabel = "DIR",
            description = "Speak TLS. The folder holds ca.crt, and for a node tls.crt and tls.key, in PEM"
                    + " (default: $ELENCHUS_TLS; without it nothing is encrypted).")
    private @Nullable Path tls = fromEnvironment();

    @Option(
            names = "--api-password-file",
            paramLabel = "FILE",
            description = "The first line is the password of the nodes' HTTP interface, of user elenchus"
                    + " (default: $ELENCHUS_API_PASSWORD; without it there is none).")
    private @Nullable Path passwordFile;

    private static @Nullable Path fromEnvironment() {
        String folder = System.getenv("ELENCHUS_TLS");
        return folder == null || folder.isEmpty() ? null : Path.of(folder);
    }

    /** @throws Fault when files are missing or the password is too short */
    public Protection protection() throws Fault {
        try {
            return new Protection(
                    Optional.ofNullable(tls).map(folder -> new Certificates(folder.toAbsolutePath())),
                    passwordFile == null ? ApiPassword.of(System.getenv()) : Optional.of(ApiPassword.in(passwordFile)));
        } catch (IllegalArgumentException e) {
            throw Fault.usage(String.valueOf(e.getMessage()));
        }
    }
}
