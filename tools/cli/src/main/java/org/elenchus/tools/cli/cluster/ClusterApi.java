package org.elenchus.tools.cli.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.elenchus.cluster.ApiPassword;
import org.elenchus.cluster.Certificates;
import org.elenchus.cluster.Protection;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.run.EvolutionRunProtocol.Status;
import org.elenchus.protocol.run.RunSpec;
import org.elenchus.protocol.run.Share;
import org.elenchus.tools.cli.Fault;

/** A running cluster, spoken to through one of its nodes. All it is asked may be asked twice, so a node that is away is asked again. */
public final class ClusterApi implements Runs {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 30;
    private static final long PAUSE_MILLIS = 1000;

    private final URI node;
    private final Protection protection;
    private final HttpClient client;

    private ClusterApi(URI node, Protection protection) {
        this.node = node;
        this.protection = protection;
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        protection.tls().map(Certificates::client).ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** @param address {@code http://HOST:PORT}, {@code https://HOST:PORT}, or {@code HOST:PORT} */
    public static ClusterApi at(String address, Protection protection) throws Fault {
        String full = address.contains("://") ? address : protection.scheme() + "://" + address;
        try {
            URI uri = URI.create(full.endsWith("/") ? full : full + "/");
            if (uri.getHost() != null
                    && (uri.getScheme().equals("http") || uri.getScheme().equals("https"))) {
                return new ClusterApi(uri, protection);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw Fault.usage("--cluster " + address + " is no address; name a node's API, such as http://127.0.0.1:7626");
    }

    @Override
    public Status start(RunSpec spec) throws Fault, InterruptedException {
        return status(send(request("runs").POST(BodyPublishers.ofByteArray(ProtocolJson.write(spec)))));
    }

    @Override
    public Status status(String runId) throws Fault, InterruptedException {
        return status(send(request("runs/" + encoded(runId)).GET()));
    }

    /** @param order {@code pause}, {@code resume} or {@code cancel} */
    Status order(String runId, String order) throws Fault, InterruptedException {
        return status(send(request("runs/" + encoded(runId) + "/" + order).POST(BodyPublishers.noBody())));
    }

    Status share(String runId, Share share) throws Fault, InterruptedException {
        return status(send(request("runs/" + encoded(runId) + "/share")
                .PUT(BodyPublishers.ofByteArray(ProtocolJson.write(share)))));
    }

    /** What came of a run so far. */
    public String report(String runId, boolean json) throws Fault, InterruptedException {
        return new String(
                send(request("runs/" + encoded(runId) + "/report" + (json ? "?as=json" : ""))
                        .GET()),
                StandardCharsets.UTF_8);
    }

    /** Members as Pekko Management lists them. */
    JsonNode members() throws Fault, InterruptedException {
        try {
            return ProtocolJson.mapper()
                    .readTree(send(request("cluster/members/").GET()));
        } catch (IOException e) {
            throw Fault.failure(node + " answered with something else than a list of members: " + e.getMessage());
        }
    }

    /** @param operation {@code Leave} or {@code Down} @param member its full address */
    void change(String member, String operation) throws Fault, InterruptedException {
        send(request("cluster/members/" + encoded(member))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString("operation=" + operation)));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(node.resolve(path)).timeout(PATIENCE);
        protection.password().ifPresent(password -> builder.header("Authorization", password.basic()));
        return builder;
    }

    private static Status status(byte[] body) throws Fault {
        try {
            return ProtocolJson.read(body, Status.class);
        } catch (UncheckedIOException e) {
            throw Fault.failure("the cluster answers in words of another version: " + e.getMessage()
                    + "; use the cluster's version of elenchus");
        }
    }

    private byte[] send(HttpRequest.Builder request) throws Fault, InterruptedException {
        String last = "";
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
                if (response.statusCode() < 300) {
                    return response.body();
                }
                last = new String(response.body(), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("");
                if (response.statusCode() == 401) {
                    throw Fault.failure(node + " asks for the password of the API; set " + ApiPassword.VARIABLE
                            + ", or name a file with --api-password-file");
                }
                // A node that failed at what it was asked fails again; one that is away for a moment says so with more
                // than 500.
                if (response.statusCode() <= HttpURLConnection.HTTP_INTERNAL_ERROR) {
                    throw Fault.failure(node + " refuses (" + response.statusCode() + "): " + last);
                }
            } catch (SSLException e) {
                throw Fault.failure(node + " and this side do not agree on TLS: " + e.getMessage()
                        + "; does --tls name the folder with the cluster's ca.crt?");
            } catch (IOException e) {
                last = String.valueOf(e);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw Fault.failure(
                node + " does not answer (" + last + "); is a node running there? Another one will do as well");
    }
}
