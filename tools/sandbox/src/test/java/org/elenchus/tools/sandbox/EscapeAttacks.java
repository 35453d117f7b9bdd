package org.elenchus.tools.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attacks on the host: its files, its network, its secrets. */
interface EscapeAttacks {
    AttackedSandbox victim();

    @Test
    default void row_12_an_annotation_processor_does_not_run(@TempDir Path repositories, @TempDir Path host)
            throws Exception {
        Path sentinel = host.resolve("touched");
        Path processor = HostileProcessor.touching(sentinel, host);
        HostileProcessor.compileWith(processor, host);
        assertThat(sentinel).as("where nothing forbids it, it runs").exists();
        Files.delete(sentinel);
        TinySnapshot hostile = TinySnapshot.in(repositories, 17);
        SnapshotLayout layout = SnapshotLayout.of(repositories, hostile.digest());
        Files.createDirectories(layout.libraries());
        Files.copy(processor, layout.libraries().resolve("processor.jar"));
        Files.writeString(layout.classPath(), "processor.jar\n");
        SandboxSettings settings = SandboxSettings.inside(repositories).withHeap(128);
        try (WorkerSandboxes others = victim().ofItsKind(settings);
                WorkerSandbox other = (WorkerSandbox) others.open()) {
            other.build(hostile.digest());
            Overlay edit = TinySnapshot.calculator("return a + b;", "return b + a;");
            assertThat(other.executeAfresh(hostile.request(edit, "adds"))).isInstanceOf(Execution.TestsRan.class);
        }
        victim().row("12 annotation processor at import", "not run", Files.exists(sentinel) ? "ran" : "not run");
        assertThat(sentinel).doesNotExist();
    }

    @Test
    default void row_19_there_is_no_network() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String seen = victim().attack(
                            "StringBuilder said = new StringBuilder(); for (String to : new String[] {\"127.0.0.1:"
                                    + server.getLocalPort()
                                    + "\", \"169.254.169.254:80\", \"1.1.1.1:53\"}) { String[] part ="
                                    + " to.split(\":\"); try (java.net.Socket s = new java.net.Socket()) { s.connect(new"
                                    + " java.net.InetSocketAddress(part[0], Integer.parseInt(part[1])), 300); said.append(\"reached \" +"
                                    + " to + \" \"); } catch (java.io.IOException e) { said.append(\"no \"); } } try {"
                                    + " java.net.InetAddress.getByName(\"example.org\"); said.append(\"resolved\"); } catch"
                                    + " (java.net.UnknownHostException e) { said.append(\"unresolved\"); } return said.toString();");
            if (victim().claimed(Bound.NETWORK, "19 network, metadata address, DNS", "refused", seen)) {
                assertThat(seen).isEqualTo("no no no unresolved");
            }
            assertThat(seen).endsWith("unresolved");
        }
    }

    @Test
    default void row_20_there_is_no_secret_to_read() {
        // A shell on the way sets some of its own.
        Set<String> everywhere = Set.of("PATH", "LANG", "HOME", "PWD", "OLDPWD", "SHLVL", "HOSTNAME", "_");
        String ours = System.getenv().keySet().stream()
                .filter(name -> name.matches("\\w+") && !everywhere.contains(name))
                .collect(Collectors.joining(","));
        String seen = victim().attack("StringBuilder said = new StringBuilder(); for (String name : \"" + ours
                + "\".split(\",\")) { if (System.getenv().containsKey(name)) said.append(\"environment \" + name); }"
                + " for (String file : new String[] {\""
                + victim().secret() + "\", \"/etc/shadow\", \"/proc/"
                + ProcessHandle.current().pid() + "/environ\", \"/proc/"
                + ProcessHandle.current().pid() + "/cwd/pom.xml\"}) { try { if (java.nio.file.Files.readAllBytes("
                + "java.nio.file.Path.of(file)).length > 0) said.append(file + \" \"); } catch (java.io.IOException e) { } }"
                + " return \"read: \" + said;");
        boolean holds = victim().claimed(Bound.HOST_FILES, "20 environment, /proc, keys", "nothing there", seen);
        assertThat(seen).doesNotContain("environment");
        if (holds) {
            assertThat(seen).isEqualTo("read: ");
        }
    }

    @Test
    default void row_21_writes_do_not_leave_the_private_folder() throws Exception {
        List<String> paths = new ArrayList<>();
        Path sources = SnapshotLayout.of(
                        victim().snapshot().repositories(), victim().snapshot().digest())
                .mainSources();
        for (String path : List.of(
                "../../../../../../" + victim().marker() + ".java",
                "/tmp/" + victim().marker() + ".java",
                "../../.git/hooks/" + victim().marker() + ".java")) {
            paths.add(victim().outcome(AttackedSandbox.wrongWith(path, "class Escaped {}")));
            assertThat(sources.resolve(path).normalize()).doesNotExist();
        }
        assertThat(paths).doesNotContain("Passed");
        String seen = victim().attack("StringBuilder said = new StringBuilder(); java.nio.file.Path link ="
                + " java.nio.file.Path.of(\"link\"); java.nio.file.Files.createSymbolicLink(link, java.nio.file.Path.of(\""
                + victim().secret()
                + "\")); for (java.nio.file.Path to : new java.nio.file.Path[] {link, java.nio.file.Path.of("
                + "\"src/main/java/tiny/Calculator.java\"), java.nio.file.Path.of(\"src\").toRealPath().resolve("
                + "\"../classes/main/tiny/Calculator.class\")}) { try { java.nio.file.Files.write(to, new byte[0],"
                + " java.nio.file.StandardOpenOption.APPEND); said.append(to + \" \"); } catch (java.io.IOException e) { } }"
                + " return \"wrote: \" + said;");
        if (victim().claimed(
                        Bound.WRITES, "21 ../, absolute paths, symlinks", "refused", seen + "; overlays: " + paths)) {
            assertThat(seen).isEqualTo("wrote: ");
        }
        victim().nextIsServed();
    }
}
