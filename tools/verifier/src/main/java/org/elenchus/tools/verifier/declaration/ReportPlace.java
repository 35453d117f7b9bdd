package org.elenchus.tools.verifier.declaration;

import java.util.Locale;
import java.util.Optional;

/**
 * Where and in what form the command reports.
 *
 * @param folder below the checkout, removed before each run; absent when the command is told a fresh folder by {@code {report}}
 */
public record ReportPlace(Format format, Optional<String> folder) {
    public ReportPlace {
        folder.ifPresent(path -> Paths.require("report.folder", path));
    }

    /** The forms that can be read. */
    public enum Format {
        JUNIT_XML(".xml"),
        TAP(".tap");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /** How the names of report files end; other files in the folder are not looked at. */
        public String extension() {
            return extension;
        }

        static Format of(String name) {
            return switch (name) {
                case "junit-xml" -> JUNIT_XML;
                case "tap" -> TAP;
                default ->
                    throw new IllegalArgumentException("report.format must be junit-xml or tap; it is '" + name + "'");
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
