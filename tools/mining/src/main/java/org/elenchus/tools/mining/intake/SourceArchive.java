package org.elenchus.tools.mining.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A sources jar: Java files go to one folder, everything else to another. */
public record SourceArchive(Path jar) {
    /**
     * Unpacks into two folders.
     *
     * @throws RefusedSource when the jar is damaged, or an entry would do harm
     * @throws IOException when the folders cannot be written
     */
    public void unpack(Path sources, Path resources, IntakeLimits limits) throws IOException, RefusedSource {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Gauge gauge = new Gauge(limits, Files.size(jar));
            for (ZipEntry entry : Collections.list(zip.entries())) {
                gauge.countFile();
                switch (Placement.of(entry.getName())) {
                    case Placement.Source source -> copy(zip, entry, sources.resolve(source.path()), gauge);
                    case Placement.Resource resource -> copy(zip, entry, resources.resolve(resource.path()), gauge);
                    case Placement.Skipped skipped -> {}
                }
            }
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        } catch (RefusedSource e) {
            throw new RefusedSource(jar + " is refused: " + e.reason(), e);
        }
    }

    private void copy(ZipFile zip, ZipEntry entry, Path target, Gauge gauge) throws IOException, RefusedSource {
        String name = Placement.Rules.printable(entry.getName());
        try (InputStream in = zip.getInputStream(entry)) {
            gauge.copy(in, target, name);
        } catch (FileAlreadyExistsException | NotDirectoryException e) {
            throw new RefusedSource("entry '" + name + "' is both a file and a folder", e);
        }
    }

    private RefusedSource damaged(IOException e) {
        return new RefusedSource(
                "The jar " + jar + " is damaged (" + e.getMessage() + "). Delete it and run again to fetch it anew", e);
    }

    /** Fails when the jar cannot be opened as an archive. */
    public void requireReadable() throws IOException, RefusedSource {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.size();
        } catch (ZipException e) {
            throw damaged(e);
        }
    }
}
