package org.elenchus.tools.worker.bytecode;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Takes the methods that changed from the class file of an abridged source into the class file of the whole one. The outcome is what
 * compiling the whole edited source would give, but for the order of constants.
 */
public final class Graft {
    private Graft() {}

    /**
     * @param original class file of the whole source before the edit
     * @param abridged class file of the edited source with a marker in the place of unchanged bodies
     * @param marker the constant that tells such a body
     * @param lines where the lines of unchanged code went
     * @param constructors whether one of its constructors changed
     * @return {@code original} itself when none of its methods changed; empty when a changed method uses what only a whole compilation
     *     numbers rightly
     */
    public static Optional<byte[]> of(
            byte[] original, byte[] abridged, String marker, LineShift lines, boolean constructors) {
        ClassReader edited = new ClassReader(abridged);
        if (Numbered.isLocal(edited.getClassName())) {
            return Optional.of(unchanged(original, lines));
        }
        ChangedMethods changed = ChangedMethods.of(edited, marker, constructors);
        if (!changed.graftable(new ClassReader(original))) {
            return Optional.empty();
        }
        return Optional.of(
                changed.names().isEmpty()
                        ? unchanged(original, lines)
                        : graft(original, edited, changed.names(), lines));
    }

    /** A class none of whose methods changed. */
    public static byte[] unchanged(byte[] original, LineShift lines) {
        return lines.isNone() ? original : graft(original, new ClassReader(original), Set.of(), lines);
    }

    private static byte[] graft(byte[] original, ClassReader edited, Set<String> changed, LineShift lines) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public @Nullable MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        if (changed.contains(name + descriptor)) {
                            edited.accept(new OneMethod(writer, name, descriptor), 0);
                            return null;
                        }
                        MethodVisitor copy = super.visitMethod(access, name, descriptor, signature, exceptions);
                        return copy == null || lines.isNone() ? copy : lines.moving(copy);
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Writes one method of a class and nothing else. */
    private static final class OneMethod extends ClassVisitor {
        private final ClassWriter writer;
        private final String name;
        private final String descriptor;

        OneMethod(ClassWriter writer, String name, String descriptor) {
            super(Opcodes.ASM9);
            this.writer = writer;
            this.name = name;
            this.descriptor = descriptor;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String method,
                String methodDescriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return method.equals(name) && methodDescriptor.equals(descriptor)
                    ? writer.visitMethod(access, method, methodDescriptor, signature, exceptions)
                    : null;
        }
    }
}
