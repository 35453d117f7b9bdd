package org.elenchus.tools.worker.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.elenchus.tools.worker.bytecode.Replacement.Target;
import org.elenchus.tools.worker.snapshot.FrameworkLoader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A name or a descriptor with a slip in it would replace nothing, or break classes where it does. */
class ReplacedCallsTest {
    private static final ClassLoader LOADER = ReplacedCallsTest.class.getClassLoader();

    static List<Map.Entry<String, Replacement>> ofThePlatform() {
        return ReplacedCalls.all().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("java/"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("ofThePlatform")
    void what_is_replaced_exists(Map.Entry<String, Replacement> entry) throws Exception {
        String call = entry.getKey();
        String descriptor = call.substring(call.indexOf('('));
        assertThat(exists(call.substring(0, call.indexOf('(')), descriptor)).isTrue();
        if (entry.getValue() instanceof Replacement.With with) {
            assertThat(exists(call.substring(0, call.indexOf('(')), with.descriptor()))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("ofThePlatform")
    void what_replaces_it_exists_and_is_in_sight(Map.Entry<String, Replacement> entry) throws Exception {
        for (Target target : targets(entry.getValue())) {
            Class<?> owner = new FrameworkLoader().loadClass(target.owner().replace('/', '.'));
            Class<?>[] parameters = type(target.descriptor()).parameterArray();
            var method = owner.getMethod(target.name(), parameters);
            assertThat(Modifier.isStatic(method.getModifiers())).isTrue();
            assertThat(method.getReturnType())
                    .isEqualTo(type(target.descriptor()).returnType());
        }
    }

    private static List<Target> targets(Replacement replacement) {
        List<Target> targets = new ArrayList<>(replacement.whole().stream().toList());
        switch (replacement) {
            case Replacement.Instead instead -> {}
            case Replacement.With with -> targets.addAll(with.arguments());
            case Replacement.Adjusted adjusted -> targets.add(adjusted.adjust());
            case Replacement.Settled settled -> targets.add(settled.settle());
        }
        return targets;
    }

    private static boolean exists(String qualified, String descriptor) throws ClassNotFoundException {
        int dot = qualified.lastIndexOf('.');
        Class<?> owner = Class.forName(qualified.substring(0, dot).replace('/', '.'));
        String name = qualified.substring(dot + 1);
        MethodType type = type(descriptor);
        return name.equals("<init>")
                ? Arrays.stream(owner.getDeclaredConstructors())
                        .anyMatch(c -> Arrays.equals(c.getParameterTypes(), type.parameterArray()))
                : Arrays.stream(owner.getMethods())
                        .anyMatch(m -> m.getName().equals(name)
                                && m.getReturnType().equals(type.returnType())
                                && Arrays.equals(m.getParameterTypes(), type.parameterArray()));
    }

    private static MethodType type(String descriptor) {
        return MethodType.fromMethodDescriptorString(descriptor, LOADER);
    }
}
