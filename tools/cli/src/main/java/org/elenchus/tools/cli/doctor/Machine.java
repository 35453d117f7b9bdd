package org.elenchus.tools.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;
import org.elenchus.persistence.DataFolder;
import org.elenchus.persistence.DataFolderFault;
import org.elenchus.persistence.DataPaths;

/** The Java platform, the machine and the data folder. */
final class Machine {
    private static final int OLDEST_JAVA = 21;
    private static final long ENOUGH_MEMORY = 3L << 30;
    private static final long ENOUGH_SPACE = 2L << 30;

    private Machine() {}

    static List<Finding> look(DataPaths paths) {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(compiler());
        findings.add(cores());
        findings.add(memory());
        findings.add(disk(paths.root()));
        findings.add(folder(paths));
        return findings;
    }

    private static Finding java() {
        String text = Runtime.version() + " at " + System.getProperty("java.home");
        return Runtime.version().feature() >= OLDEST_JAVA
                ? Finding.good("java", text)
                : Finding.bad("java", text + "; install a JDK of version " + OLDEST_JAVA + " or later");
    }

    private static Finding compiler() {
        return ToolProvider.getSystemJavaCompiler() == null
                ? Finding.bad("compiler", "this Java has no compiler; install a JDK instead of a runtime")
                : Finding.good("compiler", "javac in this JDK; it compiles repositories and candidates");
    }

    private static Finding cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Finding.good(
                "cores", cores + "; one more sandbox than that works at once unless --workers says otherwise");
    }

    private static Finding memory() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
            return Finding.note("memory", "unknown");
        }
        long free = system.getFreeMemorySize();
        long total = system.getTotalMemorySize();
        String text = size(total) + ", " + size(free) + " free";
        return total >= ENOUGH_MEMORY
                ? Finding.good("memory", text)
                : Finding.note("memory", text + "; fewer --workers need less");
    }

    private static Finding disk(Path root) {
        Path nearest = root;
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        try {
            FileStore store = Files.getFileStore(nearest);
            String text = size(store.getUsableSpace()) + " free where the data folder is (" + store.type() + ")";
            return store.getUsableSpace() >= ENOUGH_SPACE
                    ? Finding.good("disk", text)
                    : Finding.note("disk", text + "; a default run needs up to " + size(ENOUGH_SPACE));
        } catch (IOException e) {
            return Finding.note("disk", "unknown: " + e.getMessage());
        }
    }

    private static Finding folder(DataPaths paths) {
        try {
            DataFolder.check(paths.root());
        } catch (DataFolderFault fault) {
            return Finding.bad("data folder", String.valueOf(fault.getMessage()));
        }
        return Finding.good(
                "data folder",
                paths.root() + (Files.exists(paths.journalFile()) ? ", holds a journal" : ", nothing there yet"));
    }

    static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1L << 30));
    }
}
