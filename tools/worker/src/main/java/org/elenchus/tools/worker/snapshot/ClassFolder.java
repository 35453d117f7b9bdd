package org.elenchus.tools.worker.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** A folder of compiled classes, by binary name. */
final class ClassFolder {
    private final Map<String, Path> files = new HashMap<>();
    private final Map<String, Set<String>> bySource = new HashMap<>();

    ClassFolder(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(file -> file.toString().endsWith(".class")).forEach(file -> {
                String path = root.relativize(file).toString();
                files.put(path.substring(0, path.length() - 6).replace('/', '.').replace('\\', '.'), file);
            });
        }
    }

    SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    boolean contains(String className) {
        return files.containsKey(className);
    }

    byte @Nullable [] read(String className) throws IOException {
        Path file = files.get(className);
        return file == null ? null : Files.readAllBytes(file);
    }

    /** The classes these source files were compiled to. */
    Set<String> compiledFrom(Set<String> sources) throws IOException {
        Set<String> found = new HashSet<>();
        for (String source : sources) {
            found.addAll(compiledFrom(source));
        }
        return found;
    }

    /** The classes a source file was compiled to. @param source path relative to the source root */
    Set<String> compiledFrom(String source) throws IOException {
        Set<String> known = bySource.get(source);
        if (known == null) {
            known = search(source);
            bySource.put(source, known);
        }
        return known;
    }

    private Set<String> search(String source) throws IOException {
        int slash = source.lastIndexOf('/');
        String prefix = source.substring(0, slash + 1).replace('/', '.');
        Set<String> found = new HashSet<>();
        for (String name : files.keySet()) {
            if (name.startsWith(prefix)
                    && name.indexOf('.', prefix.length()) < 0
                    && source.substring(slash + 1).equals(sourceFile(name))) {
                found.add(name);
            }
        }
        return found;
    }

    private @Nullable String sourceFile(String className) throws IOException {
        byte[] bytes = read(className);
        String[] source = {null};
        if (bytes != null) {
            new ClassReader(bytes)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public void visitSource(@Nullable String file, @Nullable String debug) {
                                    source[0] = file;
                                }
                            },
                            ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        }
        return source[0];
    }
}
