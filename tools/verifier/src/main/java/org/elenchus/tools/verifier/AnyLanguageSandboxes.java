package org.elenchus.tools.verifier;

import java.nio.file.Path;
import java.util.List;
import org.elenchus.actors.port.OutcomeMemo;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.actors.port.Sandboxes;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.tools.sandbox.command.CommandHost;
import org.elenchus.tools.verifier.checkout.Checkout;
import org.elenchus.tools.verifier.checkout.SourceSnapshot;

/** Opens sandboxes for snapshots of every language: declared ones run their command, the others go to the sandbox for Java. */
public final class AnyLanguageSandboxes implements Sandboxes {
    private final Sandboxes java;
    private final Path repositories;
    private final SuiteCommand suite;
    private final OutcomeMemo memo;

    /**
     * @param java for snapshots without a declaration
     * @param repositories the folder of prepared snapshots
     * @param host where commands run
     */
    public AnyLanguageSandboxes(Sandboxes java, Path repositories, CommandHost host, OutcomeMemo memo) {
        this.java = java;
        this.repositories = repositories.toAbsolutePath();
        this.suite = new SuiteCommand(this.repositories, host);
        this.memo = memo;
        Checkout.sweep();
    }

    @Override
    public Sandbox open() throws SandboxFault {
        return new Either(java.open(), new CommandSandbox(suite, memo));
    }

    /** Chooses by the snapshot. */
    private final class Either implements Sandbox {
        private final Sandbox java;
        private final Sandbox declared;

        Either(Sandbox java, Sandbox declared) {
            this.java = java;
            this.declared = declared;
        }

        private Sandbox of(Digest snapshot) {
            return SourceSnapshot.isAt(repositories.resolve(snapshot.hex())) ? declared : java;
        }

        @Override
        public BuildReport build(Digest snapshot) throws SandboxFault {
            return of(snapshot).build(snapshot);
        }

        @Override
        public List<TestId> discover(Digest snapshot) throws SandboxFault {
            return of(snapshot).discover(snapshot);
        }

        @Override
        public Execution execute(ExecutionRequest request) throws SandboxFault {
            return of(request.snapshot()).execute(request);
        }

        @Override
        public Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
            return of(request.snapshot()).executeAfresh(request);
        }

        @Override
        public Execution executeAgain(ExecutionRequest request) throws SandboxFault {
            return of(request.snapshot()).executeAgain(request);
        }

        @Override
        public void close() {
            try {
                java.close();
            } finally {
                declared.close();
            }
        }
    }
}
