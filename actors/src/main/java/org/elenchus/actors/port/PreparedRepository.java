package org.elenchus.actors.port;

import java.util.List;
import java.util.SortedSet;
import org.elenchus.protocol.execution.CoveredLines;
import org.elenchus.protocol.execution.TestRun;
import org.elenchus.protocol.repository.RepositorySummary;
import org.elenchus.protocol.repository.TestId;

/** A prepared snapshot, read only. Thread-safe; answers come from memory. */
public interface PreparedRepository {
    RepositorySummary summary();

    /** Which of its files are main sources, and how they are named. */
    default SourceRules rules() {
        return SourceRules.JAVA;
    }

    /** Main source files, relative to the main source root. */
    SortedSet<String> files();

    /** The original text of a main source file. @throws IllegalArgumentException when there is no such file */
    String source(String path);

    /** The trusted tests. */
    SortedSet<TestId> tests();

    /** Trusted tests that reach a line of a main source file on the original. */
    SortedSet<TestId> testsReaching(String path, int line);

    /** Lines a trusted test reaches on the original. */
    List<CoveredLines> coverage(TestId test);

    /** A trusted test with its fuel budget: a generous multiple of what it burns on the original. */
    TestRun budgeted(TestId test);
}
