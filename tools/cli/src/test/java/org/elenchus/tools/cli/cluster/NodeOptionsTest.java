package org.elenchus.tools.cli.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.elenchus.tools.cli.Fault;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class NodeOptionsTest {
    private static NodeOptions options(String host, int port, int httpPort) {
        return CommandLine.populateCommand(
                new NodeOptions(),
                "--host",
                host,
                "--port",
                Integer.toString(port),
                "--http-port",
                Integer.toString(httpPort));
    }

    @Test
    void a_port_that_something_else_listens_at_is_refused_by_its_option() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            assertThatThrownBy(() -> options("127.0.0.1", taken, 0).requireFree())
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("127.0.0.1:" + taken)
                    .hasMessageContaining("another --port");
            assertThatThrownBy(() -> options("127.0.0.1", 0, taken).requireFree())
                    .hasMessageContaining("another --http-port");
        }
        assertThatCode(() -> options("127.0.0.1", 0, 0).requireFree()).doesNotThrowAnyException();
    }

    @Test
    void an_address_of_another_machine_is_refused() {
        assertThatThrownBy(() -> options("192.0.2.1", 0, 0).requireFree())
                .isInstanceOf(Fault.class)
                .hasMessageContaining("--host");
    }
}
