package org.elenchus.tools.worker.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;
import org.elenchus.tools.worker.compile.Compilation.Place;

/** Collects a compilation's errors, bounded. */
final class Diagnostics implements DiagnosticListener<JavaFileObject> {
    private static final int MOST_ERRORS = 10;
    private static final int LONGEST = 300;

    private final List<String> errors = new ArrayList<>();
    private final Set<String> files = new TreeSet<>();
    private final List<Place> places = new ArrayList<>();

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
            return;
        }
        JavaFileObject source = diagnostic.getSource();
        if (source != null) {
            files.add(source.getName());
        }
        places.add(new Place(source == null ? "" : source.toString(), diagnostic.getPosition()));
        if (errors.size() < MOST_ERRORS) {
            String place = source == null ? "" : brief(source) + ":" + diagnostic.getLineNumber() + ": ";
            errors.add(cut(place + diagnostic.getMessage(Locale.ROOT).replace('\n', ' ')));
        }
    }

    /** At most 10 messages of at most 300 characters. */
    List<String> errors() {
        return errors;
    }

    /** Where all errors are, those without a message here included. */
    List<Place> places() {
        return places;
    }

    /** Names of the files with errors. */
    Set<String> files() {
        return files;
    }

    private static String brief(JavaFileObject source) {
        String name = source instanceof SourceText text ? text.toString() : source.getName();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
