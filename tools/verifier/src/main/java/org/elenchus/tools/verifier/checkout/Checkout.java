package org.elenchus.tools.verifier.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.tools.sandbox.host.Folders;
import org.elenchus.tools.verifier.declaration.Declaration.Places;
import org.elenchus.tools.verifier.declaration.ReportPlace;
import org.jspecify.annotations.Nullable;

/**
 * A fresh copy of a snapshot with an edit in it, for one execution: {@code checkout}, a home and a folder for temporary files of its own,
 * an empty folder for reports under a name that nobody could know beforehand, and helper programs. Gone when closed.
 */
public final class Checkout implements AutoCloseable {
    private static final String PREFIX = "elenchus-checkout-";

    private final Path place;
    private final Path reports;

    private Checkout(Path place) {
        this.place = place;
        this.reports = place.resolve("report-" + UUID.randomUUID());
    }

    /**
     * Copies a snapshot and puts the overlay's texts in the place of the files they replace.
     *
     * @throws ForbiddenEdit when it has a text for anything but a main source file; nothing is written then
     */
    public static Checkout of(SourceSnapshot snapshot, Overlay overlay) throws IOException, ForbiddenEdit {
        for (String path : overlay.files().keySet()) {
            if (!snapshot.sources().contains(path)) {
                throw new ForbiddenEdit(path);
            }
        }
        Checkout checkout = new Checkout(
                Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-")
                        .toRealPath());
        try {
            checkout.fill(snapshot, overlay);
            return checkout;
        } catch (IOException e) {
            checkout.close();
            throw e;
        }
    }

    /** Removes what processes left that were killed before they could. */
    public static void sweep() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            all.filter(Checkout::isAbandoned).toList().forEach(Folders::delete);
        } catch (IOException e) {
            // Tidying up only.
        }
    }

    private static boolean isAbandoned(Path folder) {
        String name = String.valueOf(folder.getFileName());
        int end = name.indexOf('-', PREFIX.length());
        if (!name.startsWith(PREFIX) || end < 0) {
            return false;
        }
        try {
            return ProcessHandle.of(Long.parseLong(name.substring(PREFIX.length(), end)))
                    .isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void fill(SourceSnapshot snapshot, Overlay overlay) throws IOException {
        for (Path folder : List.of(folder(), home(), temporary(), helpers(), reports)) {
            Files.createDirectory(folder);
        }
        for (String file : snapshot.files()) {
            Path target = folder().resolve(file);
            Files.createDirectories(parent(target));
            @Nullable String edited = overlay.files().get(file);
            if (edited == null) {
                Files.copy(snapshot.tree().resolve(file), target, LinkOption.NOFOLLOW_LINKS);
            } else {
                Files.write(target, edited.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
            }
            allow(target, snapshot.executables().contains(file));
        }
        Helpers.install(helpers());
    }

    private static void allow(Path file, boolean program) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static Path parent(Path file) {
        return Optional.ofNullable(file.getParent()).orElseThrow();
    }

    /** The folder that holds all of it. */
    public Path place() {
        return place;
    }

    /** The repository's files. */
    public Path folder() {
        return place.resolve("checkout");
    }

    public Path home() {
        return place.resolve("home");
    }

    public Path temporary() {
        return place.resolve("tmp");
    }

    private Path helpers() {
        return place.resolve("helpers");
    }

    /** Where the command is to report, empty now. What the snapshot has there is removed, so that nothing old is read. */
    public Path reports(ReportPlace declared) throws IOException {
        if (declared.folder().isEmpty()) {
            return reports;
        }
        Path folder = folder().resolve(declared.folder().get());
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Folders.remove(folder);
        }
        return folder;
    }

    /** Whether no part of the way to the reports was replaced by a link. */
    public boolean leadsTo(Path reported) throws IOException {
        return !Files.exists(reported, LinkOption.NOFOLLOW_LINKS)
                || reported.toRealPath().equals(reported);
    }

    public Places places() {
        return new Places(
                folder().toString(),
                home().toString(),
                reports.toString(),
                helpers().toString());
    }

    @Override
    public void close() {
        Folders.delete(place);
    }

    /** An edit of something that may not be edited. */
    public static final class ForbiddenEdit extends Exception {
        private static final long serialVersionUID = 1L;

        ForbiddenEdit(String path) {
            super("not a main source file of the snapshot: "
                    + path.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(path.length(), 200)));
        }
    }
}
