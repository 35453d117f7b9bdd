package org.elenchus.tools.cli.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.elenchus.actors.port.Sandbox;
import org.elenchus.actors.port.SandboxFault;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.ExecutionRequest;
import org.elenchus.protocol.execution.Overlay;
import org.elenchus.protocol.repository.TestId;

/**
 * Numbers the distinct candidates that are executed in a sandbox, from 1. One that was executed before costs nothing, whichever tests it is
 * asked; nor does the broken state. Does not own the sandbox.
 */
final class CandidateCount implements Sandbox {
    private final Sandbox sandbox;
    private final Overlay broken;
    private final Map<Digest, Integer> numbers = new HashMap<>();

    /** @param broken the state that is no candidate */
    CandidateCount(Sandbox sandbox, Overlay broken) {
        this.sandbox = sandbox;
        this.broken = broken;
    }

    int candidates() {
        return numbers.size();
    }

    OptionalInt number(Overlay candidate) {
        Integer number = numbers.get(key(candidate));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    @Override
    public Execution execute(ExecutionRequest request) throws SandboxFault {
        count(request.overlay());
        return sandbox.execute(request);
    }

    @Override
    public Execution executeAfresh(ExecutionRequest request) throws SandboxFault {
        count(request.overlay());
        return sandbox.executeAfresh(request);
    }

    private void count(Overlay candidate) {
        if (!candidate.equals(broken)) {
            numbers.putIfAbsent(key(candidate), numbers.size() + 1);
        }
    }

    private static Digest key(Overlay candidate) {
        List<String> parts = new ArrayList<>();
        candidate.files().forEach((path, text) -> {
            parts.add(path);
            parts.add(text);
        });
        return Digest.ofParts(parts);
    }

    @Override
    public BuildReport build(Digest snapshot) throws SandboxFault {
        return sandbox.build(snapshot);
    }

    @Override
    public List<TestId> discover(Digest snapshot) throws SandboxFault {
        return sandbox.discover(snapshot);
    }

    @Override
    public void close() {}
}
