package org.elenchus.tools.sandbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.tools.worker.WorkerMain;
import org.elenchus.tools.worker.host.SystemLoader;

/** The command line, folders and environment of a worker process. */
final class WorkerCommand {
    /** Packages that libraries' tests commonly reflect into; builds of theirs open them, too. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.reflect",
            "java.lang.invoke",
            "java.io",
            "java.net",
            "java.nio",
            "java.text",
            "java.time",
            "java.time.chrono",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.regex",
            "java.util.stream");

    private WorkerCommand() {}

    /** Prepares {@code home} and describes the process. */
    static ProcessBuilder in(Path home, SandboxSettings settings) throws IOException {
        Path work = Files.createDirectories(home.resolve("work"));
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        // Names resolve from this file alone: tests that want the network fail at once and every time.
        Path hosts = Files.writeString(home.resolve("hosts"), "127.0.0.1 localhost\n::1 localhost\n");
        List<String> command = new ArrayList<>(List.of(settings.java().toString()));
        command.addAll(virtualMachine(settings, home));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-Djdk.net.hosts.file=" + hosts,
                "-Djava.system.class.loader=" + SystemLoader.class.getName(),
                "-Djava.awt.headless=true",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-cp", classPath(settings), WorkerMain.class.getName()));
        SandboxSettings.TimeLimits limits = settings.limits();
        Stream.of(limits.base(), limits.perTest(), limits.build())
                .map(limit -> Long.toString(limit.toMillis()))
                .forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).directory(work.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("HOME", home.toString());
        return builder;
    }

    private static List<String> virtualMachine(SandboxSettings settings, Path home) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xms128m",
                "-XX:+UseSerialGC",
                // Candidates' classes never live to be optimised, and optimising the compiler's own costs more than a
                // run earns back:
                // 30 candidates per processor second against 22, seen over the 1250th to the 2500th candidate of one
                // worker.
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=384m",
                "-XX:-UsePerfData",
                // Standard output carries frames and nothing else.
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + home.resolve("crash.log"),
                "-XX:+EnableDynamicAgentLoading",
                // A candidate's methods are called reflectively once or twice: no code is worth generating for that.
                "-Djdk.reflect.useNativeAccessorOnly=true",
                "--add-exports=jdk.compiler/com.sun.tools.javac.platform=ALL-UNNAMED"));
        OPENED.forEach(name -> options.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        return options;
    }

    private static String classPath(SandboxSettings settings) {
        return settings.workerClassPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
