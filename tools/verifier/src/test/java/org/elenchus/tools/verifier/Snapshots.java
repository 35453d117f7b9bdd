package org.elenchus.tools.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.process.ProcessHosts;
import org.elenchus.tools.verifier.checkout.SourceSnapshot;

/** Snapshots put together by hand, and sandboxes for them. */
record Snapshots(Path repositories) {
    static final Path SAMPLE = Path.of("src/test/resources/samples/storefront");

    /** A snapshot with these files, and a declaration that runs a shell script: {@code report} is the folder for reports. */
    Digest scripted(String script, Map<String, String> files, String limits) throws IOException {
        Digest snapshot = Digest.of(script + files);
        Map<String, String> all = new HashMap<>(files);
        all.put("run.sh", script);
        all.put("elenchus.json", """
                {"version": 1, "language": "shell", "sources": {"folders": ["main"], "extensions": [".txt"]},
                 "command": ["sh", "run.sh"], "environment": {"report": "{report}", "asked": "{checkout}"},
                 "report": {"format": "junit-xml"}, "limits": {%s}}
                """.formatted(limits));
        for (Map.Entry<String, String> file : all.entrySet()) {
            Path target = tree(snapshot).resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        return snapshot;
    }

    /** The Python sample. */
    Digest sample() throws IOException {
        Digest snapshot = Digest.of("storefront");
        try (Stream<Path> files = Files.walk(SAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = tree(snapshot).resolve(SAMPLE.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return snapshot;
    }

    Path tree(Digest snapshot) {
        return repositories.resolve(snapshot.hex()).resolve(SourceSnapshot.TREE);
    }

    /** Confines commands as well as this machine can. */
    CommandHost host() {
        return ProcessHosts.strongest(SandboxSettings.inside(repositories)).commands(List.of());
    }

    Sandbox sandbox() throws Exception {
        return sandbox(host());
    }

    Sandbox sandbox(CommandHost host) throws Exception {
        Map<Digest, Execution> known = new HashMap<>();
        OutcomeMemo memo = new OutcomeMemo() {
            @Override
            public Optional<Execution> recall(Digest request) {
                return Optional.ofNullable(known.get(request));
            }

            @Override
            public void remember(Digest request, Execution outcome) {
                known.put(request, outcome);
            }
        };
        return new AnyLanguageSandboxes(NoJava::new, repositories, host, memo).open();
    }

    /** Stands where the sandbox for Java would. */
    static final class NoJava implements Sandbox {
        @Override
        public BuildReport build(Digest snapshot) {
            return new BuildReport(List.of("java"), List.of());
        }

        @Override
        public List<org.elenchus.protocol.repository.TestId> discover(Digest snapshot) {
            throw new AssertionError("a declared snapshot was given to the sandbox for Java");
        }

        @Override
        public Execution execute(org.elenchus.protocol.execution.ExecutionRequest request) {
            throw new AssertionError("a declared snapshot was given to the sandbox for Java");
        }

        @Override
        public Execution executeAfresh(org.elenchus.protocol.execution.ExecutionRequest request) {
            throw new AssertionError("a declared snapshot was given to the sandbox for Java");
        }

        @Override
        public void close() {}
    }
}
