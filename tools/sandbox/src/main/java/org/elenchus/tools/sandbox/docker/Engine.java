package org.elenchus.tools.sandbox.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A Docker engine that answers. Honours DOCKER_HOST. */
public final class Engine implements Closeable {
    /** Docker 20.10: the first that this was run with. */
    private static final int OLDEST_MINOR = 41;

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final int MOST_CONNECTIONS = 1024;

    private final DockerClient control;
    private final DockerClient streams;
    private final Version version;
    private final Info info;

    private Engine(DockerClient control, DockerClient streams, Version version, Info info) {
        this.control = control;
        this.streams = streams;
        this.version = version;
        this.info = info;
    }

    /** @throws EngineFault when no engine answers, or none that is new enough */
    public static Engine connect() throws EngineFault {
        DefaultDockerClientConfig config =
                DefaultDockerClientConfig.createDefaultConfigBuilder().build();
        DockerClient control = client(config, ANSWERING);
        try {
            Version version = control.versionCmd().exec();
            requireRecent(version);
            return new Engine(
                    control,
                    client(config, Duration.ZERO),
                    version,
                    control.infoCmd().exec());
        } catch (EngineFault e) {
            close(control);
            throw e;
        } catch (RuntimeException e) {
            close(control);
            throw new EngineFault(
                    "no Docker engine answers at " + config.getDockerHost() + " (" + reason(e)
                            + "); start one, set DOCKER_HOST, or use --sandbox process",
                    e);
        }
    }

    private static DockerClient client(DefaultDockerClientConfig config, Duration answering) {
        ZerodepDockerHttpClient.Builder http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(config.getDockerHost())
                .sslConfig(config.getSSLConfig())
                .maxConnections(MOST_CONNECTIONS)
                .connectionTimeout(CONNECTING);
        if (!answering.isZero()) {
            http.responseTimeout(answering);
        }
        return DockerClientImpl.getInstance(config, http.build());
    }

    private static void requireRecent(Version version) throws EngineFault {
        String[] api = String.valueOf(version.getApiVersion()).split("\\.", 2);
        boolean recent = api.length == 2
                && api[0].matches("\\d+")
                && api[1].matches("\\d+")
                && (Integer.parseInt(api[0]) > 1 || Integer.parseInt(api[1]) >= OLDEST_MINOR);
        if (!recent) {
            throw new EngineFault("the Docker engine is of version " + version.getVersion()
                    + ", too old for the limits workers need; install 20.10 or later, or use --sandbox process");
        }
        if (!"linux".equals(version.getOperatingSystem())) {
            throw new EngineFault("the Docker engine runs " + version.getOperatingSystem()
                    + " containers, and workers need Linux ones; switch it over, or use --sandbox process");
        }
    }

    DockerClient control() {
        return control;
    }

    /** For requests that last as long as a worker. */
    DockerClient streams() {
        return streams;
    }

    public String version() {
        return String.valueOf(version.getVersion());
    }

    boolean has(Function<Info, Boolean> flag) {
        return Boolean.TRUE.equals(flag.apply(info));
    }

    /** Whether users inside are others outside. */
    boolean remapsUsers() {
        List<String> options = info.getSecurityOptions();
        return options != null && options.stream().anyMatch(o -> o.contains("rootless") || o.contains("userns"));
    }

    boolean filtersSystemCalls() {
        List<String> options = info.getSecurityOptions();
        return options != null && options.stream().anyMatch(option -> option.contains("seccomp"));
    }

    /** The image's own digest, if the engine holds it. */
    public Optional<String> image(String reference) throws EngineFault {
        try {
            return Optional.ofNullable(control.inspectImageCmd(reference).exec().getId());
        } catch (NotFoundException e) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new EngineFault("the Docker engine does not say whether it holds " + reference + ": " + reason(e), e);
        }
    }

    /** What an exception of the client comes to, in one line. */
    static String reason(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof DockerException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).strip().replaceAll("\\s+", " ");
    }

    private static void close(DockerClient client) {
        try {
            client.close();
        } catch (IOException e) {
            // Its connections are gone either way.
        }
    }

    @Override
    public void close() {
        close(control);
        close(streams);
    }
}
