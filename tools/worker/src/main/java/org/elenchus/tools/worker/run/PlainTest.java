package org.elenchus.tools.worker.run;

import java.util.List;

/**
 * A test that needs nothing of its framework but to have its methods called: no extension, rule, parameter, expectation or order. Said in
 * names, so that it holds for every fresh copy of its class.
 *
 * @param beforeAll static methods, in the order they are called; the other lists likewise
 */
record PlainTest(
        Family family,
        String className,
        List<Call> beforeAll,
        List<Call> beforeEach,
        Call test,
        List<Call> afterEach,
        List<Call> afterAll) {
    PlainTest {
        beforeAll = List.copyOf(beforeAll);
        beforeEach = List.copyOf(beforeEach);
        afterEach = List.copyOf(afterEach);
        afterAll = List.copyOf(afterAll);
    }

    /** Whose rules a test follows. */
    enum Family {
        JUPITER,
        JUNIT4,
        JUNIT3
    }

    /** A method without parameters. @param owner binary name of the class that declares it */
    record Call(String owner, String method) {}
}
