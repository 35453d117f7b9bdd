package org.elenchus.tools.cli.eval.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.elenchus.protocol.Printable;
import org.elenchus.protocol.ProtocolJson;

/**
 * A {@code task.json}.
 *
 * @param javaRelease the Java release its sources are written for; absent where it is left to a POM, or to be the lowest
 * @param failToPass names of tests that fail; empty to take all that do
 * @param heldBack names of tests that only grade
 * @param dependencies {@code group:artifact:version} each
 * @param classPath jars, relative to the task's folder
 */
public record TaskFile(
        String id,
        OptionalInt javaRelease,
        List<String> failToPass,
        List<String> heldBack,
        List<String> dependencies,
        List<String> classPath) {
    static final String NAME = "task.json";

    private static final String DISCOVER = "discover";
    static final int LOWEST_RELEASE = 8;
    private static final int LONGEST = 1_000_000;

    public TaskFile {
        failToPass = List.copyOf(failToPass);
        heldBack = List.copyOf(heldBack);
        dependencies = List.copyOf(dependencies);
        classPath = List.copyOf(classPath);
    }

    static TaskFile read(Path folder) throws InvalidTask {
        JsonNode json = json(folder.resolve(NAME));
        if (!json.isObject()) {
            throw new InvalidTask(NAME + " is no JSON object; see docs/datasets.md");
        }
        JsonNode tests = json.path("failToPass");
        boolean discovers = tests.isMissingNode() || tests.asText().equals(DISCOVER);
        List<String> failing = discovers ? List.of() : names(json, "failToPass");
        if (!discovers && failing.isEmpty()) {
            throw new InvalidTask("failToPass names no test; name some, or write \"" + DISCOVER + "\"");
        }
        return new TaskFile(
                id(json, folder),
                release(json),
                failing,
                names(json, "heldBack"),
                names(json, "dependencies"),
                names(json, "classPath"));
    }

    private static JsonNode json(Path file) throws InvalidTask {
        if (!Files.isRegularFile(file)) {
            throw new InvalidTask("there is no " + NAME + "; write one, see docs/datasets.md");
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new InvalidTask(NAME + " is larger than " + LONGEST + " bytes");
            }
            return ProtocolJson.mapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            // What Jackson adds in brackets is about itself.
            String what = Printable.of(e.getOriginalMessage()).replaceAll(" \\(for .*", "");
            throw new InvalidTask(NAME + " is damaged" + where + ": " + what, e);
        } catch (CharacterCodingException e) {
            throw new InvalidTask(NAME + " is not UTF-8; convert it", e);
        } catch (IOException e) {
            throw new InvalidTask(NAME + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String id(JsonNode json, Path folder) throws InvalidTask {
        JsonNode id = json.path("id");
        if (id.isMissingNode()) {
            return String.valueOf(folder.getFileName());
        }
        if (!id.isTextual() || id.asText().isBlank() || !Printable.is(id.asText())) {
            throw new InvalidTask("id is no name; write text that can be seen");
        }
        return id.asText();
    }

    private static OptionalInt release(JsonNode json) throws InvalidTask {
        JsonNode release = json.path("javaRelease");
        if (release.isMissingNode()) {
            return OptionalInt.empty();
        }
        if (!release.isInt() || release.asInt() < LOWEST_RELEASE) {
            throw new InvalidTask("javaRelease is " + Printable.of(release.toString()) + "; it must be a number from "
                    + LOWEST_RELEASE + " on");
        }
        return OptionalInt.of(release.asInt());
    }

    private static List<String> names(JsonNode json, String field) throws InvalidTask {
        JsonNode array = json.path(field);
        List<String> names = new ArrayList<>();
        if (array.isMissingNode()) {
            return names;
        }
        if (!array.isArray()) {
            throw new InvalidTask(field + " is no list");
        }
        for (JsonNode name : array) {
            if (!name.isTextual() || name.asText().isBlank() || !Printable.is(name.asText())) {
                throw new InvalidTask(field + " holds " + Printable.of(name.toString()) + ", which is no name");
            }
            names.add(name.asText().strip());
        }
        return names;
    }
}
