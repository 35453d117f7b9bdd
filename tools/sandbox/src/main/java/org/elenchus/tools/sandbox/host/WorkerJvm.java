package org.elenchus.tools.sandbox.host;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elenchus.tools.worker.WorkerMain;
import org.elenchus.tools.worker.host.SystemLoader;

/** The command line of a worker's JVM, the same in every sandbox: what a candidate comes to must not depend on where it runs. */
public final class WorkerJvm {
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

    private WorkerJvm() {}

    /**
     * Where the worker finds its own things, as it sees them.
     *
     * @param java the executable
     * @param folder its private folder
     * @param hosts the file that host names resolve from
     * @param classPath the worker's class path
     */
    public record Place(String java, Path folder, Path hosts, List<Path> classPath) {
        public Place {
            classPath = List.copyOf(classPath);
        }

        public Path work() {
            return folder.resolve("work");
        }

        public Path temporary() {
            return folder.resolve("tmp");
        }
    }

    /** The content of {@link Place#hosts}: tests that want the network fail at once and every time. */
    public static final String HOSTS = "127.0.0.1 localhost\n::1 localhost\n";

    public static List<String> command(Place place, SandboxSettings settings) {
        List<String> command = new ArrayList<>(List.of(place.java()));
        command.addAll(virtualMachine(settings, place));
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + place.temporary(),
                "-Djdk.net.hosts.file=" + place.hosts(),
                "-Djava.system.class.loader=" + SystemLoader.class.getName(),
                "-Djava.awt.headless=true",
                "-Duser.name=sandbox",
                "-Duser.home=" + place.folder(),
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8"));
        String classPath =
                place.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", classPath, WorkerMain.class.getName()));
        SandboxSettings.TimeLimits limits = settings.limits();
        Stream.of(limits.base(), limits.perTest(), limits.build())
                .map(limit -> Long.toString(limit.toMillis()))
                .forEach(command::add);
        return List.copyOf(command);
    }

    private static List<String> virtualMachine(SandboxSettings settings, Place place) {
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
                "-XX:MaxDirectMemorySize=256m",
                "-XX:ReservedCodeCacheSize=64m",
                // Not the machine's number: tests and the default pool ask for it.
                "-XX:ActiveProcessorCount=2",
                "-XX:-UsePerfData",
                // Standard output carries frames and nothing else.
                "-XX:+DisplayVMOutputToStderr",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + place.temporary().resolve("crash.log"),
                "-XX:+EnableDynamicAgentLoading",
                // A candidate's methods are called reflectively once or twice: no code is worth generating for that.
                "-Djdk.reflect.useNativeAccessorOnly=true",
                "--add-exports=jdk.compiler/com.sun.tools.javac.platform=ALL-UNNAMED"));
        OPENED.forEach(name -> options.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        return options;
    }
}
