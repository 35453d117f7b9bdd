package org.elenchus.protocol.repository;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.elenchus.protocol.Printable;

/**
 * One test method, written {@code binary.ClassName#method(ParameterTypes)}. The invocations of a parameterised or repeated test are
 * one test: it passes when all of them pass.
 */
public record TestId(String className, String method) implements Comparable<TestId> {
    /** @throws IllegalArgumentException when a character of it would not show */
    public TestId {
        if (!Printable.is(className) || !Printable.is(method)) {
            throw new IllegalArgumentException(
                    "a test's name has characters that do not show: " + Printable.of(className + "#" + method));
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TestId parse(String text) {
        int hash = text.indexOf('#');
        if (hash <= 0 || hash == text.length() - 1) {
            throw new IllegalArgumentException("not a test id (Class#method): " + Printable.of(text));
        }
        return new TestId(text.substring(0, hash), text.substring(hash + 1));
    }

    @Override
    public int compareTo(TestId other) {
        int byClass = className.compareTo(other.className);
        return byClass != 0 ? byClass : method.compareTo(other.method);
    }

    @JsonValue
    @Override
    public String toString() {
        return className + "#" + method;
    }
}
