package org.elenchus.tools.sandbox.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.elenchus.tools.sandbox.host.LogTail;
import org.elenchus.tools.sandbox.host.Purpose;
import org.elenchus.tools.sandbox.host.SandboxSettings;

/**
 * What a process found that was started the way workers are, and whether all of it was gone when its parent was killed.
 *
 * @param found what it said, by name; empty when it could not be started
 * @param gone whether nothing of it outlived its parent
 * @param complaint what went wrong, empty when nothing did
 */
record Facts(Map<String, String> found, boolean gone, String complaint) {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration DYING = Duration.ofSeconds(1);
    private static final long POLL_NANOS = 10_000_000;

    static Facts about(Launch launch, SandboxSettings settings) {
        try {
            Home home = Home.create();
            try {
                return about(launch, settings, home);
            } finally {
                home.delete();
            }
        } catch (IOException e) {
            return new Facts(Map.of(), false, String.valueOf(e.getMessage()));
        }
    }

    private static Facts about(Launch launch, SandboxSettings settings, Home home) throws IOException {
        Path sentinel = Files.writeString(home.folder().resolve("sentinel"), "a file of this machine\n");
        Files.createDirectories(settings.repositories());
        ProcessBuilder builder =
                launch.prepare(home, new Purpose.Executing(), payload(settings, sentinel, launch.folder(home)));
        // A parent to kill, as this program might be.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "parent"));
        command.addAll(builder.command());
        Process parent = Starter.start(builder.command(command));
        LogTail errors = LogTail.drain(parent.getErrorStream());
        try {
            return read(parent, errors);
        } finally {
            parent.descendants().forEach(ProcessHandle::destroyForcibly);
            parent.destroyForcibly();
        }
    }

    private static List<String> payload(SandboxSettings settings, Path sentinel, Path folder) {
        List<String> payload = new ArrayList<>(List.of("sh", "-c", Scripts.text("probe.sh"), "probe"));
        payload.addAll(List.of(sentinel.toString(), settings.repositories().toString(), folder.toString()));
        settings.workerClassPath().forEach(path -> payload.add(path.toString()));
        payload.add(settings.repositories().toString());
        payload.addAll(List.of(
                "--",
                settings.java().toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-version"));
        return payload;
    }

    private static Facts read(Process parent, LogTail errors) throws IOException {
        Map<String, String> found = new TreeMap<>();
        BufferedReader out = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        boolean ready = within(PATIENCE, () -> {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("ready")) {
                    return true;
                }
                int equals = line.indexOf('=');
                if (equals > 0) {
                    found.put(
                            line.substring(0, equals),
                            line.substring(equals + 1).strip());
                }
            }
            return false;
        });
        if (!ready) {
            return new Facts(Map.of(), false, errors.text().lines().findFirst().orElse("it ended without a word"));
        }
        if (!found.getOrDefault("java", "").equals("0")) {
            return new Facts(found, false, "");
        }
        return new Facts(found, dies(parent), "");
    }

    /** Whether everything that a parent has started is dead soon after it was killed; a detached child is among it. */
    private static boolean dies(Process parent) {
        List<ProcessHandle> family = parent.descendants().toList();
        parent.destroyForcibly();
        long end = System.nanoTime() + DYING.toNanos();
        while (family.stream().anyMatch(Facts::lives)) {
            if (System.nanoTime() > end) {
                family.forEach(ProcessHandle::destroyForcibly);
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return !family.isEmpty();
    }

    /** Whether a process runs. One that nobody has buried yet does not. */
    private static boolean lives(ProcessHandle process) {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return process.isAlive()
                    && !status.substring(status.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return false;
        }
    }

    private interface Reading {
        boolean done() throws IOException;
    }

    private static boolean within(Duration patience, Reading reading) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        result.complete(reading.done());
                    } catch (IOException e) {
                        result.complete(false);
                    }
                },
                "probe-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    String get(String name) {
        return found.getOrDefault(name, "");
    }

    boolean is(String name, String value) {
        return get(name).equals(value);
    }
}
