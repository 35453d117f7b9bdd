package org.elenchus.tools.cli.bench.measure;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.protocol.execution.Execution;
import org.elenchus.protocol.execution.TestResult;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.tools.cli.bench.sample.Candidate;
import org.elenchus.tools.repair.solver.Probe;

/** A candidate with the tests to run on it. */
public record Job(Candidate candidate, List<TestRun> tests) {
    public Job {
        tests = List.copyOf(tests);
    }

    /** All tests that cover the edit. */
    public static List<Job> covering(List<Candidate> candidates) {
        return candidates.stream().map(c -> new Job(c, c.covering())).toList();
    }

    /** Of each candidate that failed tests, only those tests, all of them. @param outcomes of the covering jobs, in order */
    public static List<Job> everyFailToPass(List<Job> covering, List<Execution> outcomes) {
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < covering.size(); i++) {
            if (outcomes.get(i) instanceof Execution.TestsRan ran) {
                List<TestRun> failing = failing(covering.get(i), ran.results());
                if (!failing.isEmpty()) {
                    jobs.add(new Job(covering.get(i).candidate(), failing));
                }
            }
        }
        return List.copyOf(jobs);
    }

    /** Each with at most {@value Probe#SIZE} of its tests, as a solver tries a candidate. */
    public static List<Job> failToPass(List<Job> every) {
        return every.stream()
                .map(job -> new Job(job.candidate(), Probe.of(job.tests())))
                .toList();
    }

    private static List<TestRun> failing(Job job, List<TestResult> results) {
        List<TestRun> failing = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).outcome().observedFailure()) {
                failing.add(job.tests().get(i));
            }
        }
        return failing;
    }
}
