package org.elenchus.tools.worker.run;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import junit.framework.TestCase;
import org.elenchus.tools.worker.run.PlainTest.Call;
import org.jspecify.annotations.Nullable;
import org.junit.internal.AssumptionViolatedException;
import org.opentest4j.TestAbortedException;

/**
 * One run of a plain test, with the calls its framework would make, in its order, on the calling thread. Where more than one of them throws,
 * frameworks differ in what they report; that is left to them.
 */
final class PlainRun {
    private final PlainTest test;
    private final ClassLoader loader;
    private final Tally tally;
    private @Nullable Throwable thrown;
    private boolean unclear;

    private PlainRun(PlainTest test, ClassLoader loader, Tally tally) {
        this.test = test;
        this.loader = loader;
        this.tally = tally;
    }

    /** @return false when the framework itself must be asked, with fresh classes */
    static boolean of(PlainTest test, ClassLoader loader, Tally tally) {
        PlainRun run = new PlainRun(test, loader, tally);
        run.all();
        return run.report();
    }

    private void all() {
        if (calls(test.beforeAll(), null)) {
            each();
        }
        test.afterAll().forEach(call -> call(call, null));
    }

    private void each() {
        Object instance = create();
        if (instance == null) {
            return;
        }
        if (test.family() == PlainTest.Family.JUNIT3) {
            bare((TestCase) instance);
            return;
        }
        if (calls(test.beforeEach(), instance)) {
            call(test.test(), instance);
        }
        test.afterEach().forEach(call -> call(call, instance));
    }

    private @Nullable Object create() {
        try {
            Constructor<?> constructor =
                    Class.forName(test.className(), false, loader).getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            boolean named = constructor.getParameterCount() == 1;
            Object instance = named ? constructor.newInstance(test.test().method()) : constructor.newInstance();
            if (!named && instance instanceof TestCase testCase) {
                testCase.setName(test.test().method());
            }
            return instance;
        } catch (InvocationTargetException e) {
            // JUnit 3 turns it into a test that warns.
            unclear |= test.family() == PlainTest.Family.JUNIT3;
            note(e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            unclear |= !(e instanceof ExceptionInInitializerError) || test.family() == PlainTest.Family.JUNIT3;
            note(e);
        }
        return null;
    }

    private void bare(TestCase instance) {
        try {
            instance.runBare();
        } catch (Throwable e) {
            note(e);
        }
    }

    /** In order, until one throws. */
    private boolean calls(List<Call> calls, @Nullable Object instance) {
        return calls.stream().allMatch(call -> call(call, instance));
    }

    private boolean call(Call call, @Nullable Object instance) {
        try {
            Method method = Class.forName(call.owner(), false, loader).getDeclaredMethod(call.method());
            method.setAccessible(true);
            method.invoke(instance);
            return true;
        } catch (InvocationTargetException e) {
            note(e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            unclear |= !(e instanceof ExceptionInInitializerError);
            note(e);
        }
        return false;
    }

    private void note(@Nullable Throwable failure) {
        if (failure instanceof OutOfMemoryError exhausted) {
            throw exhausted;
        }
        unclear |= thrown != null || failure == null;
        thrown = failure;
    }

    private boolean report() {
        if (thrown == null) {
            tally.passed();
        } else if (thrown instanceof TestAbortedException || thrown instanceof AssumptionViolatedException) {
            unclear |= test.family() == PlainTest.Family.JUNIT3;
            tally.aborted(thrown);
        } else {
            tally.failed(thrown);
        }
        return !unclear;
    }
}
