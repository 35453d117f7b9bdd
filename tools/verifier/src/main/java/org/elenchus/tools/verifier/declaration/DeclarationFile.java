package org.elenchus.tools.verifier.declaration;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The file a declaration is written in: strict JSON, small, nothing unknown in it. */
public final class DeclarationFile {
    /** Its name, at the top of the repository. */
    public static final String NAME = "elenchus.json";

    private static final int VERSION = 1;
    private static final int MOST_BYTES = 64 << 10;

    private static final ObjectMapper STRICT = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(8 << 10)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private DeclarationFile() {}

    /** Whether a folder declares itself. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    /** Reads the declaration of a folder. */
    public static Declaration read(Path folder) throws DeclarationFault, IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS)) {
            return parse(in.readNBytes(MOST_BYTES + 1));
        }
    }

    static Declaration parse(byte[] json) throws DeclarationFault {
        if (json.length > MOST_BYTES) {
            throw new DeclarationFault(NAME + " is larger than " + (MOST_BYTES >> 10) + " KB");
        }
        try {
            Form form = STRICT.readValue(json, Form.class);
            if (form == null) {
                throw new DeclarationFault(NAME + " is empty");
            }
            return form.declaration();
        } catch (IllegalArgumentException e) {
            throw new DeclarationFault(NAME + ": " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new DeclarationFault(NAME + place(e) + ": " + reason(e), e);
        } catch (IOException e) {
            throw new DeclarationFault(NAME + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : ", line " + location.getLineNr();
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "'" + unknown.getPropertyName() + "' is not known there; known are " + unknown.getKnownPropertyIds();
        }
        if (e instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
            return String.valueOf(invalid.getCause().getMessage());
        }
        return e.getOriginalMessage();
    }

    /** The file's own form. */
    record Form(
            @Nullable Integer version,
            @Nullable String language,
            @Nullable Sources sources,
            @Nullable List<String> command,
            @Nullable String select,
            @Nullable Report report,
            @Nullable TreeMap<String, String> environment,
            @Nullable List<String> exclude,
            @Nullable Caps limits) {
        Declaration declaration() {
            if (version == null || version != VERSION) {
                throw new IllegalArgumentException("version must be " + VERSION);
            }
            Sources given = required("sources", sources);
            Report place = required("report", report);
            SortedMap<String, String> variables = environment == null ? new TreeMap<>() : environment;
            if (variables.containsValue(null)) {
                throw new IllegalArgumentException("environment has a variable without a value");
            }
            return new Declaration(
                    required("language", language),
                    new MainSources(
                            listed("sources.folders", given.folders()),
                            listed("sources.extensions", given.extensions()),
                            listed("sources.except", given.except())),
                    listed("command", required("command", command)),
                    select == null ? "{class}.{name}" : select,
                    new ReportPlace(
                            ReportPlace.Format.of(required("report.format", place.format())),
                            Optional.ofNullable(place.folder())),
                    variables,
                    listed("exclude", exclude),
                    limits == null ? Limits.USUAL : limits.limits());
        }
    }

    record Sources(
            @Nullable List<String> folders,
            @Nullable List<String> extensions,
            @Nullable List<String> except) {}

    record Report(@Nullable String format, @Nullable String folder) {}

    record Caps(
            @Nullable Integer cpuSeconds,
            @Nullable Integer wallSeconds,
            @Nullable Integer memoryMegabytes,
            @Nullable Integer fileMegabytes,
            @Nullable Integer outputKilobytes,
            @Nullable Integer reportKilobytes) {
        Limits limits() {
            Limits usual = Limits.USUAL;
            return new Limits(
                    or(cpuSeconds, usual.cpuSeconds()),
                    or(wallSeconds, usual.wallSeconds()),
                    or(memoryMegabytes, usual.memoryMegabytes()),
                    or(fileMegabytes, usual.fileMegabytes()),
                    or(outputKilobytes, usual.outputKilobytes()),
                    or(reportKilobytes, usual.reportKilobytes()));
        }
    }

    private static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static List<String> listed(String name, @Nullable List<String> values) {
        if (values == null) {
            return List.of();
        }
        for (String value : values) {
            if (value == null || value.isEmpty()) {
                throw new IllegalArgumentException(name + " has an empty entry");
            }
        }
        return values;
    }
}
