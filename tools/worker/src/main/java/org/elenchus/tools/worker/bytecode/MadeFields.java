package org.elenchus.tools.worker.bytecode;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Names with a dollar sign among a class's fields: those that the compiler makes only where the code needs them, such as the outer instance
 * and the state of assertions.
 */
final class MadeFields extends ClassVisitor {
    private final SortedSet<String> names = new TreeSet<>();

    private MadeFields() {
        super(Opcodes.ASM9);
    }

    static SortedSet<String> of(ClassReader reader) {
        MadeFields fields = new MadeFields();
        reader.accept(fields, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return fields.names;
    }

    static boolean isOne(String name) {
        return name.indexOf('$') >= 0;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (isOne(name)) {
            names.add(name);
        }
        return null;
    }
}
