package org.elenchus.actors.port;

import java.util.List;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.repository.TestId;

/** One slot's place to run untrusted code: compilers, tests, candidates. Used by one thread at a time. */
public interface Sandbox extends AutoCloseable {
    /** Compiles a snapshot's main and test sources into its class folders. Test files that do not compile are left out. */
    BuildReport build(Digest snapshot) throws SandboxFault;

    /** The tests of a built snapshot, ascending. */
    List<TestId> discover(Digest snapshot) throws SandboxFault;

    /** Runs the request, or recalls the outcome of the same request. @throws SandboxFault after bounded retries */
    Execution execute(ExecutionRequest request) throws SandboxFault;

    /** Runs the request whether or not its outcome is known. */
    Execution executeAfresh(ExecutionRequest request) throws SandboxFault;

    /**
     * Runs the request a second time, apart from what {@link #execute} ran or recalled, so that the two can be compared; or recalls what such
     * a second run came to.
     */
    default Execution executeAgain(ExecutionRequest request) throws SandboxFault {
        return executeAfresh(request);
    }

    @Override
    void close();

    /**
     * How a build went.
     *
     * @param mainErrors compiler errors in main sources; when there are any, the snapshot cannot be used
     * @param omittedTests test files that did not compile, relative to the test source root
     */
    record BuildReport(List<String> mainErrors, List<String> omittedTests) {
        public BuildReport {
            mainErrors = List.copyOf(mainErrors);
            omittedTests = List.copyOf(omittedTests);
        }
    }
}
