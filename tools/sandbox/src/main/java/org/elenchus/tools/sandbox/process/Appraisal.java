package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.SandboxSettings;

/** What facts say about bounds. */
final class Appraisal {
    private static final String NO_NAMESPACES = "a plain process sees what this user sees";
    private static final String NOT_LIMITED = "no program here sets such a limit";

    private final Facts facts;
    private final SandboxSettings settings;

    Appraisal(Facts facts, SandboxSettings settings) {
        this.facts = facts;
        this.settings = settings;
    }

    /** Why workers cannot be started this way, if they cannot. */
    Optional<String> obstacle() {
        if (facts.found().isEmpty()) {
            return Optional.of(facts.complaint());
        }
        if (!facts.get("unreadable").isEmpty()) {
            return Optional.of("another user cannot read " + facts.get("unreadable"));
        }
        if (!facts.is("folder", "writable")) {
            return Optional.of("its private folder cannot be written to");
        }
        return facts.is("java", "0") ? Optional.empty() : Optional.of("Java does not start in it");
    }

    /** Whether it holds everything namespaces are for. */
    boolean isConfined() {
        return apart("net") && apart("pid") && apart("mnt") && facts.is("sentinel", "hidden") && facts.gone();
    }

    Enforcement enforcement(String kind, String why) {
        String missing = NO_NAMESPACES + (why.isEmpty() ? "" : " (" + why + ")");
        long disk = settings.quota().diskBytes();
        boolean quota = number("disk") == disk >> 10;
        boolean drops =
                facts.get("capabilities").matches("0+") && facts.get("bounding").matches("0+");
        return new Enforcement.Builder()
                .seen(
                        apart("net") && lonely(),
                        Bound.NETWORK,
                        "a network of its own with nothing but loopback",
                        missing)
                .seen(facts.is("sentinel", "hidden"), Bound.HOST_FILES, hiding(), missing)
                .seen(quota && facts.is("snapshots", "protected"), Bound.WRITES, "its private folder alone", missing)
                .seen(
                        quota,
                        Bound.DISK,
                        (disk >> 20) + " MB to work in and as much for temporary files, in memory",
                        missing)
                .seen(apart("pid"), Bound.OTHER_PROCESSES, "it sees its own alone", missing)
                .seen(apart("pid") && facts.gone(), Bound.SURVIVORS, "all of its processes die with its first", missing)
                .seen(facts.gone(), Bound.ORPHANS, "the kernel kills it when this program dies", orphans())
                .seen(
                        is("processes", settings.quota().processes()),
                        Bound.PROCESSES,
                        settings.quota().processes() + " processes and threads",
                        NOT_LIMITED + " for one worker")
                .seen(
                        is("data", settings.dataBytes()),
                        Bound.MEMORY,
                        memory(),
                        "the heap has a limit of " + settings.heapMegabytes() + " MB, other memory has none")
                .missing(Bound.PROCESSOR, "nothing bounds its share, only how long it runs")
                .seen(is("filesize", disk), Bound.FILE_SIZE, (disk >> 20) + " MB", NOT_LIMITED)
                .seen(
                        is("openfiles", settings.quota().openFiles()),
                        Bound.OPEN_FILES,
                        Integer.toString(settings.quota().openFiles()),
                        NOT_LIMITED)
                .seen(facts.is("core", "0"), Bound.CORE_DUMPS, "none are written", NOT_LIMITED)
                .seen(emptied(), Bound.ENVIRONMENT, "emptied", "variables of this program are inherited")
                .seen(drops && facts.is("sealed", "1"), Bound.PRIVILEGES, "none, and none to be had", privileges(why))
                .missing(
                        Bound.KERNEL,
                        "it talks to this machine's kernel; a container runtime such as runsc stands between")
                .build(kind);
    }

    private static String hiding() {
        return "it sees Java, system libraries, the worker and prepared repositories, all read-only";
    }

    private String memory() {
        return "a heap of " + settings.heapMegabytes() + " MB, and " + (settings.dataBytes() >> 20)
                + " MB in all for each process; their sum has no limit";
    }

    private static String orphans() {
        return "a worker ends by itself when this program dies, unless what it runs keeps it from that";
    }

    private String privileges(String why) {
        return (facts.is("uid", "0") ? "it runs as root" : "it runs as this user")
                + (why.isEmpty() ? "" : " (" + why + ")");
    }

    private boolean lonely() {
        // Kernels make dead ends such as tunl0 in every network; a way out would have a name of its own here.
        return List.of(facts.get("interfaces").split(" ")).contains("lo")
                && !facts.get("interfaces").contains("eth");
    }

    private boolean emptied() {
        return Set.of("HOME", "LANG", "PATH", "PWD", "SHLVL", "_", "OLDPWD")
                .containsAll(List.of(facts.get("environment").split(" ")));
    }

    private boolean apart(String space) {
        try {
            String ours =
                    Files.readSymbolicLink(Path.of("/proc/self/ns", space)).toString();
            return !facts.get(space).isEmpty() && !facts.is(space, ours);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean is(String name, long value) {
        return number(name) == value;
    }

    private long number(String name) {
        return facts.get(name).matches("[0-9]{1,18}") ? Long.parseLong(facts.get(name)) : -1;
    }
}
