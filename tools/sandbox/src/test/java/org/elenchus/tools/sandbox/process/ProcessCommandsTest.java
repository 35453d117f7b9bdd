package org.elenchus.tools.sandbox.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.elenchus.tools.sandbox.command.Bounds;
import org.elenchus.tools.sandbox.command.Command;
import org.elenchus.tools.sandbox.command.CommandEnd;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessCommandsTest {
    @TempDir
    static Path repositories;

    private static CommandHost strongest;
    private static CommandHost plain;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        SandboxSettings settings = SandboxSettings.inside(repositories);
        strongest = ProcessHosts.strongest(settings).commands(List.of());
        plain = ProcessHosts.plain(settings).commands(List.of());
    }

    static Stream<CommandHost> hosts() {
        return Stream.of(strongest, plain);
    }

    private Command command(Duration wall, long output, String... words) {
        TreeMap<String, String> environment = new TreeMap<>();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        return new Command(
                List.of(words),
                environment,
                folder,
                folder,
                new Bounds(Duration.ofSeconds(2), wall, 512L << 20, 1 << 20, output));
    }

    private Command shell(String script) {
        return command(Duration.ofSeconds(30), 1 << 16, "sh", "-c", script);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void a_status_and_last_words_come_back(CommandHost host) throws Exception {
        assertThat(host.run(shell("echo out; echo err >&2; exit 7"))).isEqualTo(new CommandEnd.Exited(7, "out\nerr"));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void nothing_of_our_environment_is_there(CommandHost host) throws Exception {
        CommandEnd end = host.run(shell("env | cut -d= -f1 | sort | tr '\\n' ' '"));

        assertThat(end)
                .isInstanceOfSatisfying(
                        CommandEnd.Exited.class,
                        exited -> assertThat(exited.lastWords().split(" "))
                                .contains("HOME", "PATH")
                                .isSubsetOf("ELENCHUS_EXECUTION", "HOME", "PATH", "PWD", "OLDPWD", "SHLVL", "_"));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void a_command_that_waits_for_ever_is_killed_by_the_deadline_though_it_ignores_signals(CommandHost host)
            throws Exception {
        long start = System.nanoTime();
        CommandEnd end = host.run(command(
                Duration.ofSeconds(1), 1 << 16, "sh", "-c", "trap '' TERM INT HUP; while :; do sleep 60; done"));

        assertThat(end).isInstanceOf(CommandEnd.OutOfTime.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void a_command_that_computes_for_ever_runs_out_of_processor_time(CommandHost host) throws Exception {
        assumeTrue(host.enforcement().holds(Bound.FILE_SIZE), "not enforced here: there is no prlimit");

        assertThat(host.run(command(Duration.ofSeconds(120), 1 << 16, "sh", "-c", "while :; do :; done")))
                .isInstanceOf(CommandEnd.OutOfTime.class);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void endless_output_ends_the_command(CommandHost host) throws Exception {
        assertThat(host.run(command(
                        Duration.ofSeconds(60), 1 << 20, "sh", "-c", "while :; do echo yyyyyyyyyyyyyyyy; done")))
                .isInstanceOf(CommandEnd.TooLoud.class);
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void a_daemon_in_a_session_of_its_own_does_not_survive(CommandHost host) throws Exception {
        Path alive = folder.resolve("alive");
        CommandEnd end = host.run(shell("setsid sh -c 'trap \"\" TERM HUP; while :; do date >" + alive
                + "; sleep 0.1; done' >/dev/null 2>&1 & " + "while [ ! -e " + alive + " ]; do sleep 0.05; done"));

        assertThat(end).isInstanceOf(CommandEnd.Exited.class);
        Files.delete(alive);
        Thread.sleep(600);
        assertThat(alive).doesNotExist();
    }

    @Test
    void the_network_of_this_machine_cannot_be_reached() throws Exception {
        assumeTrue(strongest.enforcement().holds(Bound.NETWORK), "not enforced here: no namespaces");
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is needed to open a connection");
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandEnd end = strongest.run(command(
                    Duration.ofSeconds(20),
                    1 << 16,
                    "/bin/bash",
                    "-c",
                    "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + " && echo reached"));

            assertThat(end).isInstanceOfSatisfying(CommandEnd.Exited.class, exited -> {
                assertThat(exited.status()).isNotZero();
                assertThat(exited.lastWords()).doesNotContain("reached");
            });
        }
    }

    @Test
    void processes_of_this_machine_are_not_seen() throws Exception {
        assumeTrue(strongest.enforcement().holds(Bound.OTHER_PROCESSES), "not enforced here: no namespaces");

        CommandEnd end = strongest.run(shell("cat /proc/[0-9]*/environ | tr '\\0' '\\n' | grep -c ^ELENCHUS_EXECUTION"
                + "; kill -9 " + ProcessHandle.current().pid() + " 2>/dev/null; ls -d /proc/[0-9]* | wc -l"));

        assertThat(end)
                .isInstanceOfSatisfying(
                        CommandEnd.Exited.class,
                        exited -> assertThat(Integer.parseInt(
                                        exited.lastWords().lines().reduce("", (a, b) -> b)))
                                .isLessThan(8));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void a_file_grows_no_larger_than_allowed(CommandHost host) throws Exception {
        assumeTrue(host.enforcement().holds(Bound.FILE_SIZE), "not enforced here: there is no prlimit");

        host.run(shell("head -c 5000000 /dev/zero >big"));

        assertThat(Files.size(folder.resolve("big"))).isLessThanOrEqualTo(1 << 20);
    }

    @Test
    void a_missing_program_is_the_machines_fault() {
        assertThatThrownBy(() -> strongest.run(command(Duration.ofSeconds(1), 10, "no-such-program")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program")
                .hasMessageContaining("install it");
    }

    @Test
    void what_is_printed_last_is_kept_and_the_rest_forgotten() throws Exception {
        CommandEnd end = strongest.run(command(
                Duration.ofSeconds(30),
                1 << 20,
                "sh",
                "-c",
                "head -c 500000 /dev/zero | tr '\\0' 'a'; echo; echo end"));

        assertThat(end)
                .isInstanceOfSatisfying(
                        CommandEnd.Exited.class,
                        exited -> assertThat(exited.lastWords())
                                .endsWith("end")
                                .satisfies(words -> assertThat(words.getBytes(StandardCharsets.UTF_8))
                                        .hasSizeLessThanOrEqualTo(8192)));
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void it_sees_and_writes_its_own_place(CommandHost host) throws Exception {
        Path kept = folder.resolve("kept");

        CommandEnd end = host.run(shell("pwd; echo kept >" + kept));

        assertThat(end).isEqualTo(new CommandEnd.Exited(0, folder.toString()));
        assertThat(kept).hasContent("kept");
    }

    @Test
    void files_of_this_machine_are_not_there(@TempDir Path elsewhere) throws Exception {
        assumeTrue(strongest.enforcement().holds(Bound.HOST_FILES), "not enforced here: no namespaces");
        Path secret = Files.writeString(elsewhere.resolve("id_rsa"), "a key");
        String own = "new-" + UUID.randomUUID();

        CommandEnd end = strongest.run(shell("cat " + secret + " /etc/shadow 2>/dev/null; echo x >" + elsewhere
                + "/new 2>/dev/null; echo x >/usr/" + own + " 2>/dev/null; echo x >/tmp/" + own
                + " && echo x >/dev/shm/"
                + own + " && echo end"));

        assertThat(end)
                .isInstanceOfSatisfying(
                        CommandEnd.Exited.class,
                        exited -> assertThat(exited.lastWords()).endsWith("end").doesNotContain("a key", "root:"));
        assertThat(elsewhere.resolve("new")).doesNotExist();
        assertThat(Path.of("/usr", own)).doesNotExist();
        assertThat(Path.of("/tmp", own)).doesNotExist();
    }

    @Test
    void a_command_does_not_choose_the_programs_that_confine_it() throws Exception {
        Path touched = folder.resolve("touched");
        for (String program : List.of("unshare", "setpriv", "prlimit", "sh", "env", "mount")) {
            Path fake = Files.writeString(folder.resolve(program), "#!/bin/sh\necho x >" + touched + "\nexec \"$@\"\n");
            assertThat(fake.toFile().setExecutable(true)).isTrue();
        }
        TreeMap<String, String> environment = new TreeMap<>(Map.of("PATH", folder + ":/usr/bin:/bin"));
        Bounds bounds = new Bounds(Duration.ofSeconds(2), Duration.ofSeconds(20), 512L << 20, 1 << 20, 1 << 16);

        assertThat(strongest.run(new Command(List.of("true"), environment, folder, folder, bounds)))
                .isEqualTo(new CommandEnd.Exited(0, ""));
        assertThat(touched).doesNotExist();
    }

    @Test
    void an_installation_elsewhere_is_seen_when_it_is_named(@TempDir Path installed) throws Exception {
        assumeTrue(strongest.enforcement().holds(Bound.HOST_FILES), "not enforced here: no namespaces");
        Path program = Files.writeString(installed.resolve("greet"), "#!/bin/sh\necho hello\n");
        assertThat(program.toFile().setExecutable(true, false)).isTrue();
        assertThat(installed.toFile().setExecutable(true, false)
                        && installed.toFile().setReadable(true, false))
                .isTrue();
        Command greet = command(Duration.ofSeconds(20), 1 << 16, program.toString());

        assertThatThrownBy(() -> strongest.run(greet))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("as a toolchain");
        CommandHost host =
                ProcessHosts.strongest(SandboxSettings.inside(repositories)).commands(List.of(installed));
        assertThat(host.run(greet)).isEqualTo(new CommandEnd.Exited(0, "hello"));
    }
}
