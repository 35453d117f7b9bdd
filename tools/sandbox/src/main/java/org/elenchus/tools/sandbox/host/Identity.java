package org.elenchus.tools.sandbox.host;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Who workers are, to the machine: this user, or, where that is root, somebody who owns nothing. */
public final class Identity {
    private static final int ROOT = 0;

    /** From here on no system keeps users, groups or containers of its own. */
    private static final int FIRST_STRANGER = 1_900_000_000;

    private static final int STRANGERS = 50_000_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() * 997 % STRANGERS));

    private Identity() {}

    /** This program's user id; -1 where there is no such thing. */
    public static int own() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return -1;
        }
    }

    public static boolean isRoot() {
        return own() == ROOT;
    }

    /** A user nobody else is, so that limits per user are limits per worker. */
    public static int stranger() {
        return FIRST_STRANGER + Math.floorMod(NEXT.getAndIncrement(), STRANGERS);
    }

    /** Gives a file or a folder, not what is in it, to a user. For root only. */
    public static void give(Path path, int user) throws IOException {
        Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", user, LinkOption.NOFOLLOW_LINKS);
    }

    /** Gives a folder and all in it to a user; links are given, not followed. For root only. */
    public static void giveAll(Path root, int user) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                give(folder, user);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                give(file, user);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Lets everybody read a folder, and all in it where this program's new files are private. For root only. */
    public static void publish(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        open(folder);
        if (newFilesArePrivate()) {
            publishAll(folder);
        }
    }

    /** Whether this program's user keeps new files from others, by its umask. */
    private static boolean newFilesArePrivate() throws IOException {
        Path folder = Files.createTempDirectory("elenchus-umask-");
        try {
            Path file = Files.createFile(folder.resolve("file"));
            return !Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void publishAll(Path root) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                open(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    open(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                // Another slot is at work on the folder.
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void open(Path path) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        boolean changed = permissions.add(PosixFilePermission.OTHERS_READ);
        if (Files.isDirectory(path)) {
            changed |= permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        if (changed) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
