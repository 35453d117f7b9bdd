package org.elenchus.tools.verifier.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.elenchus.tools.verifier.declaration.ReportPlace.Format;

/**
 * The folder a command reported into. It was empty when the command started, and it is read after all of the command's processes have
 * ended. Links are not followed and nothing but plain files of the expected name is opened.
 *
 * @param mostBytes of all files together
 */
public record ReportFolder(Path folder, Format format, long mostBytes) {
    private static final int MOST_FILES = 5_000;

    /** Reads all its reports. @throws ReportFault when there is none, or one of them cannot be taken at its word */
    public Report read(Wording wording) throws ReportFault, IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new ReportFault("it left no report");
        }
        List<Report.Entry> entries = new ArrayList<>();
        long left = mostBytes;
        for (Path file : files()) {
            byte[] content = content(file, left);
            left -= content.length;
            entries.addAll(entries(file, content, wording));
        }
        if (entries.isEmpty()) {
            throw new ReportFault("it left no report of any test");
        }
        return Report.of(entries);
    }

    private List<Report.Entry> entries(Path file, byte[] content, Wording wording) throws ReportFault {
        return switch (format) {
            case JUNIT_XML -> JUnitXml.read(content, wording);
            case TAP -> {
                String name = Objects.requireNonNull(file.getFileName(), "a file has a name")
                        .toString();
                yield Tap.read(content, name.substring(0, name.length() - ".tap".length()), wording);
            }
        };
    }

    private List<Path> files() throws IOException, ReportFault {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*" + format.extension())) {
            for (Path file : all) {
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new ReportFault("a report is not a plain file");
                }
                files.add(file);
                if (files.size() > MOST_FILES) {
                    throw new ReportFault("it left more than " + MOST_FILES + " reports");
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return List.copyOf(files);
    }

    private byte[] content(Path file, long most) throws IOException, ReportFault {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            if (content.length > most) {
                throw new ReportFault("its reports are larger than " + (mostBytes >> 10) + " KB");
            }
            return content;
        }
    }
}
