package org.elenchus.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** What whoever speaks to a node's HTTP interface must know. No record: a record would print it. */
public final class ApiPassword {
    /** The name that goes with it. */
    public static final String USER = "elenchus";

    public static final String VARIABLE = "ELENCHUS_API_PASSWORD";

    private static final int LEAST = 12;

    private final String password;

    /** @throws IllegalArgumentException when it is too short to keep anybody out */
    public ApiPassword(String password) {
        if (password.length() < LEAST) {
            throw new IllegalArgumentException(
                    "the password of the API must have at least " + LEAST + " characters; try: openssl rand -hex 16");
        }
        this.password = password;
    }

    /** From the process' environment; empty when it holds none. */
    public static Optional<ApiPassword> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(value -> !value.isEmpty())
                .map(ApiPassword::new);
    }

    /** The first line of a file. @throws IllegalArgumentException when it cannot be read */
    public static ApiPassword in(Path file) {
        try {
            return new ApiPassword(
                    Files.readString(file).lines().findFirst().orElse("").strip());
        } catch (IOException e) {
            throw new IllegalArgumentException("the password of the API cannot be read from " + file + ": " + e, e);
        }
    }

    /** The value of an {@code Authorization} header. */
    public String basic() {
        byte[] pair = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    String value() {
        return password;
    }

    @Override
    public String toString() {
        return "***";
    }
}
