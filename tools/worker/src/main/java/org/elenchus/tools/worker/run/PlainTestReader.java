package org.elenchus.tools.worker.run;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import junit.framework.TestCase;
import junit.framework.TestResult;
import org.elenchus.tools.worker.run.PlainTest.Call;
import org.elenchus.tools.worker.run.PlainTest.Family;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** Reads from a test's class whether it is plain. Whatever it does not know for certain is not. */
final class PlainTestReader {
    private static final int BEFORE_ALL = 0;
    private static final int BEFORE_EACH = 1;
    private static final int TEST = 2;
    private static final int AFTER_EACH = 3;
    private static final int AFTER_ALL = 4;

    /** Say something about a test and change nothing. */
    private static final Set<Class<? extends Annotation>> NAMING = Set.of(DisplayName.class, Tag.class, Tags.class);

    private final Class<?> type;
    private final TestMethod test;
    /** The class and what it extends, the root first. */
    private final List<Class<?>> hierarchy;

    private PlainTestReader(Class<?> type, TestMethod test) {
        this.type = type;
        this.test = test;
        List<Class<?>> classes = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class && c != TestCase.class; c = c.getSuperclass()) {
            classes.add(c);
        }
        Collections.reverse(classes);
        this.hierarchy = List.copyOf(classes);
    }

    /** The annotations of a family's methods, in the order these are called. */
    private static List<Class<? extends Annotation>> roles(Family family) {
        return switch (family) {
            case JUPITER ->
                List.of(
                        org.junit.jupiter.api.BeforeAll.class,
                        org.junit.jupiter.api.BeforeEach.class,
                        org.junit.jupiter.api.Test.class,
                        org.junit.jupiter.api.AfterEach.class,
                        org.junit.jupiter.api.AfterAll.class);
            case JUNIT4 ->
                List.of(
                        org.junit.BeforeClass.class,
                        org.junit.Before.class,
                        org.junit.Test.class,
                        org.junit.After.class,
                        org.junit.AfterClass.class);
            case JUNIT3 -> List.of();
        };
    }

    static Optional<PlainTest> read(TestMethod test, ClassLoader loader, Predicate<String> testClass) {
        if (!test.parameters().isEmpty()) {
            return Optional.empty();
        }
        try {
            PlainTestReader reader = new PlainTestReader(Class.forName(test.className(), false, loader), test);
            // What is not a test class may be edited.
            return reader.hierarchy.stream().map(Class::getName).allMatch(testClass) ? reader.read() : Optional.empty();
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }

    private Optional<PlainTest> read() {
        if (!isOrdinaryClass() || !hierarchy.stream().allMatch(PlainTestReader::isBare)) {
            return Optional.empty();
        }
        if (TestCase.class.isAssignableFrom(type)) {
            return isPlainCase() ? Optional.of(testCase()) : Optional.empty();
        }
        return byAnnotations(Family.JUPITER).or(() -> byAnnotations(Family.JUNIT4));
    }

    private boolean isOrdinaryClass() {
        int modifiers = type.getModifiers();
        boolean nested = type.getEnclosingClass() != null;
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        return !type.isInterface()
                && !Modifier.isAbstract(modifiers)
                && !type.isLocalClass()
                && !type.isAnonymousClass()
                && (!nested || Modifier.isStatic(modifiers))
                && constructors.length == 1;
    }

    private boolean hasConstructor(Class<?>... parameters) {
        return Arrays.equals(type.getDeclaredConstructors()[0].getParameterTypes(), parameters);
    }

    /** No annotation on the class or its fields, no interface of anyone's but Java's. */
    private static boolean isBare(Class<?> type) {
        return hasOnly(type, NAMING)
                && Arrays.stream(type.getDeclaredFields()).allMatch(PlainTestReader::isBareField)
                && Arrays.stream(type.getInterfaces()).allMatch(i -> i.getName().startsWith("java."));
    }

    private static boolean isBareField(Field field) {
        return hasOnly(field, Set.of());
    }

    private static boolean hasOnly(AnnotatedElement element, Set<Class<? extends Annotation>> allowed) {
        return Arrays.stream(element.getDeclaredAnnotations())
                .map(Annotation::annotationType)
                .allMatch(annotation ->
                        allowed.contains(annotation) || annotation.getName().startsWith("java."));
    }

    /** A JUnit 3 test case that runs as {@link TestCase} runs it. */
    private boolean isPlainCase() {
        return isPublicType()
                && (hasConstructor() || hasConstructor(String.class))
                && test.name().startsWith("test")
                && declared("suite").isEmpty()
                && !overrides("run", TestResult.class)
                && !overrides("run")
                && methods().allMatch(method -> hasOnly(method, Set.of()))
                && only(test.name()).filter(PlainTestReader::isPublicInstance).isPresent();
    }

    private boolean overrides(String name, Class<?>... parameters) {
        return methods()
                .anyMatch(method ->
                        method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), parameters));
    }

    private PlainTest testCase() {
        Call call = new Call(type.getName(), test.name());
        return new PlainTest(Family.JUNIT3, type.getName(), List.of(), List.of(), call, List.of(), List.of());
    }

    private Optional<PlainTest> byAnnotations(Family family) {
        List<Class<? extends Annotation>> roles = roles(family);
        List<List<Call>> calls = new ArrayList<>();
        for (int role = 0; role < roles.size(); role++) {
            calls.add(new ArrayList<>());
        }
        Method own = only(test.name()).orElse(null);
        boolean suitable = hasConstructor() && (family == Family.JUPITER || isPublicType());
        if (own == null || !suitable || !isTest(own, family)) {
            return Optional.empty();
        }
        for (Class<?> declaring : hierarchy) {
            int[] found = new int[roles.size()];
            for (Method method : declaring.getDeclaredMethods()) {
                int role = role(method, family);
                if (role < 0) {
                    return Optional.empty();
                }
                if (role == TEST || role == roles.size()) {
                    continue;
                }
                if (!isLifecycle(method, role, family) || ++found[role] > 1) {
                    return Optional.empty();
                }
                calls.get(role).add(new Call(declaring.getName(), method.getName()));
            }
        }
        Collections.reverse(calls.get(AFTER_EACH));
        Collections.reverse(calls.get(AFTER_ALL));
        Call call = new Call(own.getDeclaringClass().getName(), own.getName());
        return Optional.of(new PlainTest(
                family,
                type.getName(),
                List.copyOf(calls.get(BEFORE_ALL)),
                List.copyOf(calls.get(BEFORE_EACH)),
                call,
                List.copyOf(calls.get(AFTER_EACH)),
                List.copyOf(calls.get(AFTER_ALL))));
    }

    /** Number of a method's role, the number of roles for none, -1 where an annotation might mean anything. */
    private static int role(Method method, Family family) {
        List<Class<? extends Annotation>> roles = roles(family);
        int role = roles.size();
        for (Annotation annotation : method.getDeclaredAnnotations()) {
            int named = roles.indexOf(annotation.annotationType());
            if (named >= 0) {
                return named;
            }
            if (!leavesOthersAlone(annotation.annotationType().getName(), family)) {
                role = -1;
            }
        }
        return role;
    }

    /** Annotations of tests of another kind (repeated, with parameters) do not touch this one; a hook or a rule might. */
    private static boolean leavesOthersAlone(String annotation, Family family) {
        return annotation.startsWith("java.")
                || switch (family) {
                    case JUPITER -> annotation.startsWith("org.junit.jupiter.");
                    case JUNIT4 -> annotation.equals("org.junit.Ignore");
                    case JUNIT3 -> false;
                };
    }

    private boolean isPublicType() {
        return Modifier.isPublic(type.getModifiers())
                && Modifier.isPublic(type.getDeclaredConstructors()[0].getModifiers());
    }

    private static boolean isTest(Method method, Family family) {
        Set<Class<? extends Annotation>> allowed = new HashSet<>(NAMING);
        Class<? extends Annotation> annotation = roles(family).get(TEST);
        allowed.add(annotation);
        if (!method.isAnnotationPresent(annotation) || !hasOnly(method, allowed)) {
            return false;
        }
        if (family == Family.JUPITER) {
            return isCallable(method) && !Modifier.isStatic(method.getModifiers());
        }
        org.junit.Test test = method.getAnnotation(org.junit.Test.class);
        return isPublicInstance(method) && test.timeout() == 0 && test.expected() == org.junit.Test.None.class;
    }

    private boolean isLifecycle(Method method, int role, Family family) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return hasOnly(method, Set.of(roles(family).get(role)))
                && isCallable(method)
                && isStatic == (role == BEFORE_ALL || role == AFTER_ALL)
                && (family == Family.JUPITER || Modifier.isPublic(method.getModifiers()))
                && declared(method.getName()).size() == 1;
    }

    private static boolean isCallable(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() == void.class
                && !Modifier.isPrivate(method.getModifiers())
                && !Modifier.isAbstract(method.getModifiers());
    }

    private static boolean isPublicInstance(Method method) {
        return isCallable(method)
                && Modifier.isPublic(method.getModifiers())
                && !Modifier.isStatic(method.getModifiers());
    }

    private Stream<Method> methods() {
        return hierarchy.stream().flatMap(c -> Arrays.stream(c.getDeclaredMethods()));
    }

    private List<Method> declared(String name) {
        return methods().filter(method -> method.getName().equals(name)).toList();
    }

    /** The one method of this name, where there is only one. */
    private Optional<Method> only(String name) {
        List<Method> found = declared(name);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
