package org.elenchus.tools.cli.sandbox;

import java.io.PrintWriter;
import org.elenchus.tools.cli.Fault;
import org.elenchus.tools.sandbox.docker.DockerHosts;
import org.elenchus.tools.sandbox.docker.EngineFault;
import org.elenchus.tools.sandbox.host.Bound;
import org.elenchus.tools.sandbox.host.Enforcement;
import org.elenchus.tools.sandbox.host.SandboxSettings;
import org.elenchus.tools.sandbox.host.WorkerHosts;
import org.elenchus.tools.sandbox.process.ProcessHosts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From what was asked for to what is used. */
public final class SandboxChoice {
    private static final Logger LOG = LoggerFactory.getLogger(SandboxChoice.class);

    private SandboxChoice() {}

    /**
     * Opens the sandbox asked for and says what it does not enforce.
     *
     * @param remarks where to say it
     * @throws Fault when containers are insisted on and cannot be had
     */
    public static WorkerHosts open(SandboxOptions options, SandboxSettings settings, PrintWriter remarks) throws Fault {
        WorkerHosts hosts = switch (options.kind()) {
            case PROCESS -> ProcessHosts.strongest(settings);
            case DOCKER -> insisted(options, settings);
            case AUTO -> preferred(options, settings, remarks);
        };
        say(hosts.enforcement(), remarks);
        return hosts;
    }

    private static WorkerHosts insisted(SandboxOptions options, SandboxSettings settings) throws Fault {
        try {
            return DockerHosts.connect(settings, options.docker());
        } catch (EngineFault e) {
            throw Fault.failure(String.valueOf(e.getMessage()));
        }
    }

    private static WorkerHosts preferred(SandboxOptions options, SandboxSettings settings, PrintWriter remarks) {
        try {
            return DockerHosts.connect(settings, options.docker());
        } catch (EngineFault e) {
            remarks.println("no containers: " + e.getMessage());
            LOG.warn("no containers: {}", e.getMessage());
            return ProcessHosts.strongest(settings);
        }
    }

    private static void say(Enforcement enforcement, PrintWriter remarks) {
        LOG.info("sandbox: {}", enforcement.kind());
        enforcement.enforced().forEach(line -> LOG.info("enforced: {}", line));
        enforcement.notEnforced().forEach(line -> LOG.warn("not enforced: {}", line));
        if (!enforcement.holds(Bound.NETWORK) || !enforcement.holds(Bound.HOST_FILES)) {
            remarks.println(
                    "sandbox: " + enforcement.kind() + ", which keeps code under test from neither the network nor"
                            + " this user's files; 'elenchus doctor' says why");
        } else {
            remarks.println("sandbox: " + enforcement.kind());
        }
        remarks.flush();
    }
}
