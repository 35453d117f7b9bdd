package org.elenchus.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.http.javadsl.ConnectionContext;
import org.apache.pekko.http.javadsl.HttpsConnectionContext;
import org.apache.pekko.remote.artery.tcp.ssl.RotatingKeysSSLEngineProvider;

/**
 * A folder of PEM files, as Kubernetes mounts a secret of type {@code kubernetes.io/tls}: {@code tls.key} (PKCS#8) and {@code tls.crt} of the node,
 * and {@code ca.crt}, which signed the certificates of all nodes. Nodes prove themselves to each other; a client of the API checks the node it
 * speaks to. Read again every five minutes, so certificates can be renewed while nodes run.
 */
public record Certificates(Path folder) {
    private static final String CA = "ca.crt";
    private static final List<String> FILES = List.of("tls.key", "tls.crt", CA);
    private static final String ARTERY = "pekko.remote.artery.";

    /** @throws IllegalArgumentException when a file is missing that this needs */
    public Certificates {
        require(folder.resolve(CA));
    }

    private static void require(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("TLS needs " + file + ", which is not there or cannot be read; a folder"
                    + " for TLS holds " + String.join(", ", FILES));
        }
    }

    /** Remoting over TLS, both sides proving themselves. @throws IllegalArgumentException when a file is missing that a node needs */
    Map<String, Object> remoting() {
        FILES.forEach(file -> require(folder.resolve(file)));
        Map<String, Object> own = new HashMap<>();
        own.put(ARTERY + "transport", "tls-tcp");
        own.put(ARTERY + "ssl.ssl-engine-provider", RotatingKeysSSLEngineProvider.class.getName());
        String keys = ARTERY + "ssl.rotating-keys-engine.";
        own.put(keys + "key-file", folder.resolve("tls.key").toString());
        own.put(keys + "cert-file", folder.resolve("tls.crt").toString());
        own.put(keys + "ca-cert-file", folder.resolve(CA).toString());
        return own;
    }

    /** HTTPS with the node's certificate. */
    static HttpsConnectionContext server(ActorSystem<?> system) {
        var keys = new RotatingKeysSSLEngineProvider(Adapter.toClassic(system));
        return ConnectionContext.httpsServer(() -> {
            SSLEngine engine = keys.getSSLContext().createSSLEngine();
            engine.setUseClientMode(false);
            return engine;
        });
    }

    /** Trusts nodes and nobody else. @throws IllegalArgumentException when the certificate cannot be read */
    public SSLContext client() {
        try (InputStream in = Files.newInputStream(folder.resolve(CA))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate in " + folder.resolve(CA) + " cannot be used: " + e, e);
        }
    }
}
