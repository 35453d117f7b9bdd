package org.elenchus.tools.sandbox.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageArchiveTest {
    @TempDir
    Path folder;

    private byte[] archive() throws Exception {
        SortedMap<String, Path> files = new TreeMap<>();
        files.put("/opt/java/bin/java", Files.writeString(folder.resolve("java"), "a program"));
        files.put("/lib/libc.so.6", Files.writeString(folder.resolve("libc"), "a library"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageArchive.write(out, "name:1", files, new TreeMap<>(Map.of("b", "2", "a", "1")), folder);
        return out.toByteArray();
    }

    @Test
    void the_same_files_make_the_same_image() throws Exception {
        byte[] first = archive();
        Files.setLastModifiedTime(folder.resolve("java"), java.nio.file.attribute.FileTime.fromMillis(1));
        assertThat(archive()).isEqualTo(first);
    }

    @Test
    void a_layer_holds_the_files_and_the_folders_on_the_way_to_them() throws Exception {
        Map<String, String> found = new TreeMap<>();
        try (TarArchiveInputStream image = new TarArchiveInputStream(new ByteArrayInputStream(archive()))) {
            for (TarArchiveEntry part = image.getNextEntry(); part != null; part = image.getNextEntry()) {
                if (part.getName().equals("layer.tar")) {
                    TarArchiveInputStream layer = new TarArchiveInputStream(image);
                    for (TarArchiveEntry file = layer.getNextEntry(); file != null; file = layer.getNextEntry()) {
                        found.put(file.getName(), new String(layer.readAllBytes()));
                    }
                    break;
                }
            }
        }
        assertThat(found).containsEntry("opt/java/bin/java", "a program").containsEntry("lib/libc.so.6", "a library");
        assertThat(found).containsKeys("opt/", "opt/java/", "opt/java/bin/", "lib/", "sandbox/work/");
    }
}
