package org.elenchus.tools.sandbox.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * An image as the engine loads it: a tar of a manifest, a configuration and one layer, itself a tar (Docker Image Specification v1.2).
 * The same files make the same image, bit for bit.
 */
final class ImageArchive {
    private static final int FOLDER_MODE = 0755;
    private static final int PROGRAM_MODE = 0755;
    private static final int FILE_MODE = 0644;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ImageArchive() {}

    /**
     * Writes an archive.
     *
     * @param files absolute path in the image → file of this machine
     * @param scratch a folder with room for the layer
     */
    static void write(
            OutputStream out, String reference, SortedMap<String, Path> files, Map<String, String> labels, Path scratch)
            throws IOException {
        Path layer = scratch.resolve("layer.tar");
        String layerDigest = layer(layer, files);
        byte[] config = JSON.writeValueAsBytes(config(layerDigest, labels));
        String configName = HexFormat.of().formatHex(sha256().digest(config)) + ".json";
        byte[] manifest = JSON.writeValueAsBytes(
                List.of(Map.of("Config", configName, "RepoTags", List.of(reference), "Layers", List.of("layer.tar"))));
        try (TarArchiveOutputStream tar = tar(out)) {
            put(tar, "manifest.json", manifest);
            put(tar, configName, config);
            TarArchiveEntry entry = entry("layer.tar", FILE_MODE);
            entry.setSize(Files.size(layer));
            tar.putArchiveEntry(entry);
            Files.copy(layer, tar);
            tar.closeArchiveEntry();
        } finally {
            Files.deleteIfExists(layer);
        }
    }

    private static Map<String, Object> config(String layerDigest, Map<String, String> labels) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architecture", architecture());
        config.put("os", "linux");
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("Env", List.of("PATH=" + ImageFiles.JAVA_HOME + "/bin"));
        run.put("Labels", labels);
        run.put("WorkingDir", "/");
        config.put("config", run);
        Map<String, Object> layers = new LinkedHashMap<>();
        layers.put("type", "layers");
        layers.put("diff_ids", List.of("sha256:" + layerDigest));
        config.put("rootfs", layers);
        return config;
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            case String other -> other;
        };
    }

    /** @return the layer's SHA-256, in hex */
    private static String layer(Path file, SortedMap<String, Path> files) throws IOException {
        MessageDigest digest = sha256();
        try (TarArchiveOutputStream tar =
                tar(new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), digest))) {
            TreeSet<String> folders =
                    new TreeSet<>(List.of("sandbox/", "sandbox/work/", "sandbox/tmp/", "etc/", "proc/"));
            files.keySet().forEach(path -> {
                for (int i = path.indexOf('/', 1); i > 0; i = path.indexOf('/', i + 1)) {
                    folders.add(path.substring(1, i + 1));
                }
            });
            for (String folder : folders) {
                tar.putArchiveEntry(entry(folder, FOLDER_MODE));
                tar.closeArchiveEntry();
            }
            put(tar, "etc/passwd", "sandbox:x:65534:65534::/sandbox:/bin/false\n".getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, Path> each : files.entrySet()) {
                Path source = each.getValue();
                TarArchiveEntry entry =
                        entry(each.getKey().substring(1), Files.isExecutable(source) ? PROGRAM_MODE : FILE_MODE);
                entry.setSize(Files.size(source));
                tar.putArchiveEntry(entry);
                Files.copy(source, tar);
                tar.closeArchiveEntry();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static TarArchiveOutputStream tar(OutputStream out) {
        TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        return tar;
    }

    private static void put(TarArchiveOutputStream tar, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = entry(name, FILE_MODE);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static TarArchiveEntry entry(String name, int mode) {
        TarArchiveEntry entry =
                new TarArchiveEntry(name, name.endsWith("/") ? TarConstants.LF_DIR : TarConstants.LF_NORMAL);
        entry.setMode(mode);
        entry.setModTime(0);
        entry.setIds(0, 0);
        entry.setNames("", "");
        return entry;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
