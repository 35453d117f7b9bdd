package org.elenchus.tools.worker.run;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import org.elenchus.tools.worker.run.PlainTest.Family;

/** What the annotations of a family's methods make of them, numbered in the order the methods are called. */
record Roles(Family family, List<Class<? extends Annotation>> annotations) {
    static final int BEFORE_ALL = 0;
    static final int BEFORE_EACH = 1;
    static final int TEST = 2;
    static final int AFTER_EACH = 3;
    static final int AFTER_ALL = 4;

    /** No role at all. */
    static final int NONE = 5;

    /** An annotation might mean anything. */
    static final int UNKNOWN = -1;

    static final Roles JUPITER = new Roles(
            Family.JUPITER,
            List.of(
                    org.junit.jupiter.api.BeforeAll.class,
                    org.junit.jupiter.api.BeforeEach.class,
                    org.junit.jupiter.api.Test.class,
                    org.junit.jupiter.api.AfterEach.class,
                    org.junit.jupiter.api.AfterAll.class));

    static final Roles JUNIT4 = new Roles(
            Family.JUNIT4,
            List.of(
                    org.junit.BeforeClass.class,
                    org.junit.Before.class,
                    org.junit.Test.class,
                    org.junit.After.class,
                    org.junit.AfterClass.class));

    Class<? extends Annotation> annotation(int role) {
        return annotations.get(role);
    }

    int of(Method method) {
        int role = NONE;
        for (Annotation annotation : method.getDeclaredAnnotations()) {
            int named = annotations.indexOf(annotation.annotationType());
            if (named >= 0) {
                return named;
            }
            if (!leavesOthersAlone(annotation.annotationType().getName())) {
                role = UNKNOWN;
            }
        }
        return role;
    }

    /** Annotations of tests of another kind (repeated, with parameters) do not touch this one; a hook or a rule might. */
    private boolean leavesOthersAlone(String annotation) {
        return annotation.startsWith("java.")
                || switch (family) {
                    case JUPITER -> annotation.startsWith("org.junit.jupiter.");
                    case JUNIT4 -> annotation.equals("org.junit.Ignore");
                    case JUNIT3 -> false;
                };
    }
}
