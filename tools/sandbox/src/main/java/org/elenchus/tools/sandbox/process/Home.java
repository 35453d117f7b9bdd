package org.elenchus.tools.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.elenchus.tools.sandbox.host.Folders;
import org.elenchus.tools.sandbox.host.Identity;
import org.elenchus.tools.sandbox.host.WorkerJvm;

/** A worker's or a command's folder on this machine, named after the program that owns it. @param folder private to this user */
record Home(Path folder) {
    private static final String PREFIX = "elenchus-worker-";

    static Home create() throws IOException {
        Path folder = Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-");
        Home home = new Home(folder);
        Files.createDirectory(home.root());
        Files.writeString(home.hosts(), WorkerJvm.HOSTS);
        return home;
    }

    /** Where a confined worker's view of the file system is put together; empty otherwise. */
    Path root() {
        return folder.resolve("root");
    }

    Path hosts() {
        return folder.resolve("hosts");
    }

    /** The private folder of a worker that sees this machine's file system. */
    Path plain() {
        return folder.resolve("sandbox");
    }

    /** Makes that folder. */
    void furnish() throws IOException {
        Files.createDirectories(plain().resolve("work"));
        Files.createDirectories(plain().resolve("tmp"));
    }

    /** Lets another user pass through to that folder, and have it. */
    void giveTo(int user) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        for (Path part : new Path[] {plain(), plain().resolve("work"), plain().resolve("tmp")}) {
            Identity.give(part, user);
        }
    }

    void delete() {
        Folders.delete(folder);
    }

    /** Removes folders whose owners were killed before they could. */
    static void reap() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> all = Files.list(temporary)) {
            all.filter(Home::isAbandoned).forEach(Folders::delete);
        } catch (IOException e) {
            // They take no room to speak of.
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = folder.getFileName().toString();
        int end = name.indexOf('-', PREFIX.length());
        if (!name.startsWith(PREFIX) || end < 0) {
            return false;
        }
        try {
            long owner = Long.parseLong(name.substring(PREFIX.length(), end));
            return ProcessHandle.of(owner).isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
