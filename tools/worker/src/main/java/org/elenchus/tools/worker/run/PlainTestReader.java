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
        return byAnnotations(Roles.JUPITER).or(() -> byAnnotations(Roles.JUNIT4));
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
                && effective(test.name(), false)
                        .filter(PlainTestReader::isPublicInstance)
                        .isPresent();
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

    private Optional<PlainTest> byAnnotations(Roles roles) {
        boolean jupiter = roles.family() == Family.JUPITER;
        Optional<Method> own = effective(test.name(), jupiter).filter(method -> isTest(method, roles));
        if (own.isEmpty() || !hasConstructor() || !jupiter && !isPublicType()) {
            return Optional.empty();
        }
        List<List<Call>> calls = new ArrayList<>();
        for (int role = 0; role < Roles.NONE; role++) {
            calls.add(new ArrayList<>());
        }
        for (Class<?> declaring : hierarchy) {
            if (!addLifecycle(declaring, roles, calls)) {
                return Optional.empty();
            }
        }
        Collections.reverse(calls.get(Roles.AFTER_EACH));
        Collections.reverse(calls.get(Roles.AFTER_ALL));
        return Optional.of(new PlainTest(
                roles.family(),
                type.getName(),
                calls.get(Roles.BEFORE_ALL),
                calls.get(Roles.BEFORE_EACH),
                call(own.get()),
                calls.get(Roles.AFTER_EACH),
                calls.get(Roles.AFTER_ALL)));
    }

    private static Call call(Method method) {
        return new Call(method.getDeclaringClass().getName(), method.getName());
    }

    /** At most one method of a class and role: among several, frameworks choose an order of their own. */
    private boolean addLifecycle(Class<?> declaring, Roles roles, List<List<Call>> calls) {
        int[] found = new int[Roles.NONE];
        for (Method method : declaring.getDeclaredMethods()) {
            int role = roles.of(method);
            if (role == Roles.TEST || role == Roles.NONE) {
                continue;
            }
            Optional<Method> effective = effective(method.getName(), roles.family() == Family.JUPITER);
            if (role == Roles.UNKNOWN || effective.isEmpty() || !isLifecycle(method, role, roles)) {
                return false;
            }
            if (effective.get().equals(method)) {
                calls.get(role).add(call(method));
                if (++found[role] > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isPublicType() {
        return Modifier.isPublic(type.getModifiers())
                && Modifier.isPublic(type.getDeclaredConstructors()[0].getModifiers());
    }

    private static boolean isTest(Method method, Roles roles) {
        Set<Class<? extends Annotation>> allowed = new HashSet<>(NAMING);
        Class<? extends Annotation> annotation = roles.annotation(Roles.TEST);
        allowed.add(annotation);
        if (!method.isAnnotationPresent(annotation) || !hasOnly(method, allowed)) {
            return false;
        }
        if (roles.family() == Family.JUPITER) {
            return isCallable(method) && !Modifier.isStatic(method.getModifiers());
        }
        org.junit.Test test = method.getAnnotation(org.junit.Test.class);
        return isPublicInstance(method) && test.timeout() == 0 && test.expected() == org.junit.Test.None.class;
    }

    private static boolean isLifecycle(Method method, int role, Roles roles) {
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return hasOnly(method, Set.of(roles.annotation(role)))
                && isCallable(method)
                && isStatic == (role == Roles.BEFORE_ALL || role == Roles.AFTER_ALL)
                && (roles.family() == Family.JUPITER || Modifier.isPublic(method.getModifiers()));
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

    /** The one method of this name; where methods may override each other, the last that does. */
    private Optional<Method> effective(String name, boolean overriding) {
        List<Method> found = declared(name);
        boolean clear = found.size() == 1 || overriding && found.stream().allMatch(PlainTestReader::isOverridable);
        return clear && !found.isEmpty() ? Optional.of(found.get(found.size() - 1)) : Optional.empty();
    }

    private static boolean isOverridable(Method method) {
        int modifiers = method.getModifiers();
        return method.getParameterCount() == 0
                && !Modifier.isStatic(modifiers)
                && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
    }
}
