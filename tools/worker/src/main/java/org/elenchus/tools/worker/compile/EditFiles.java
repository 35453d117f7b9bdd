package org.elenchus.tools.worker.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The compiler's view of a snapshot: listings and class files are kept between compilations, output goes to memory. One thread. */
final class EditFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final @Nullable JavaFileManager platform;
    private final Map<Listing, List<JavaFileObject>> listings = new HashMap<>();
    private final List<ClassBytes> written = new ArrayList<>();
    private Set<String> hidden = Set.of();
    private List<ClassBytes> ahead = List.of();
    private @Nullable IOException unreadable;

    private record Listing(Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

    EditFiles(StandardJavaFileManager base, @Nullable JavaFileManager platform) {
        super(base);
        this.platform = platform;
    }

    /**
     * Starts a compilation.
     *
     * @param replaced binary names of class files that must not be seen in it
     * @param compiled class files, by binary name, that come before the class path
     */
    void begin(Set<String> replaced, Map<String, byte[]> compiled) {
        hidden = replaced;
        ahead = compiled.entrySet().stream()
                .map(file -> new ClassBytes(file.getKey(), file.getValue()))
                .toList();
        written.clear();
        unreadable = null;
    }

    /**
     * Says whether all class files that this compilation asked for could be read. One that could not is no fault of the edit, though the
     * compiler reports it like one.
     */
    void expectReadable() {
        if (unreadable != null) {
            throw new UncheckedIOException("a class file could not be read", unreadable);
        }
    }

    private void note(IOException e) {
        if (unreadable == null) {
            unreadable = e;
        }
    }

    private KeptFile kept(JavaFileObject file, String binaryName) {
        return new KeptFile(file, binaryName, this::note);
    }

    /** Class files by binary name. */
    Map<String, byte[]> output() {
        Map<String, byte[]> output = new TreeMap<>();
        written.forEach(file -> output.put(file.className(), file.bytes()));
        return output;
    }

    private JavaFileManager of(Location location) {
        return platform != null && platform.hasLocation(location) ? platform : fileManager;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Listing listing = new Listing(location, packageName, kinds, recurse);
        List<JavaFileObject> kept = listings.get(listing);
        if (kept == null) {
            kept = new ArrayList<>();
            for (JavaFileObject file : of(location).list(location, packageName, kinds, recurse)) {
                String name = of(location).inferBinaryName(location, file);
                kept.add(name == null ? file : kept(file, name));
            }
            listings.put(listing, kept);
        }
        return location == StandardLocation.CLASS_PATH && !hidden.isEmpty() ? visible(packageName, kept) : kept;
    }

    private List<JavaFileObject> visible(String packageName, List<JavaFileObject> files) {
        List<JavaFileObject> visible = new ArrayList<>();
        ahead.stream().filter(file -> file.isIn(packageName)).forEach(visible::add);
        files.stream()
                .filter(file -> !(file instanceof KeptFile kept) || !hidden.contains(kept.binaryName()))
                .forEach(visible::add);
        return visible;
    }

    @Override
    public @Nullable String inferBinaryName(Location location, JavaFileObject file) {
        return switch (file) {
            case KeptFile kept -> kept.binaryName();
            case ClassBytes bytes -> bytes.className();
            default -> of(location).inferBinaryName(location, file);
        };
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.equals(b);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location != StandardLocation.ANNOTATION_PROCESSOR_PATH
                && location != StandardLocation.SOURCE_PATH
                && (platform != null && platform.hasLocation(location) || fileManager.hasLocation(location));
    }

    @Override
    public @Nullable JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        JavaFileObject file = of(location).getJavaFileForInput(location, className, kind);
        return file == null ? null : kept(file, className);
    }

    @Override
    public Location getLocationForModule(Location location, String moduleName) throws IOException {
        return of(location).getLocationForModule(location, moduleName);
    }

    @Override
    public @Nullable Location getLocationForModule(Location location, JavaFileObject file) throws IOException {
        JavaFileObject original = file instanceof KeptFile kept ? kept.original() : file;
        return of(location).getLocationForModule(location, original);
    }

    @Override
    public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        return of(location).listLocationsForModules(location);
    }

    @Override
    public String inferModuleName(Location location) throws IOException {
        return of(location).inferModuleName(location);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        FileObject original = file instanceof KeptFile kept ? kept.original() : file;
        return !(original instanceof SourceText) && of(location).contains(location, original);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        ClassBytes file = new ClassBytes(className);
        written.add(file);
        return file;
    }
}
