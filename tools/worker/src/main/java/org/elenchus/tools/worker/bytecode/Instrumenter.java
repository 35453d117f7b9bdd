package org.elenchus.tools.worker.bytecode;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Turns a class file into one that pays fuel for every line. */
public final class Instrumenter {
    private Instrumenter() {}

    /** A class of the repository's main code: its lines are marked as reached, too. */
    public static byte[] main(byte[] original, ProbeTable table) {
        return instrument(original, table);
    }

    /** A class of its tests. */
    public static byte[] test(byte[] original) {
        return instrument(original, null);
    }

    /** @return the class unchanged where probes would make a method exceed the 64 KiB of the class file format */
    private static byte[] instrument(byte[] original, @Nullable ProbeTable table) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        try {
            reader.accept(new Classes(new OwnHash(writer), table), 0);
            return writer.toByteArray();
        } catch (MethodTooLargeException e) {
            return original;
        }
    }

    private static final class Classes extends ClassVisitor {
        private final @Nullable ProbeTable table;
        private String packagePath = "";
        private @Nullable String parentName;
        private @Nullable String source;

        Classes(ClassVisitor next, @Nullable ProbeTable table) {
            super(Opcodes.ASM9, next);
            this.table = table;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String parent,
                String @Nullable [] interfaces) {
            packagePath = name.substring(0, name.lastIndexOf('/') + 1);
            parentName = parent;
            super.visit(version, access, name, signature, parent, interfaces);
        }

        @Override
        public void visitSource(@Nullable String file, @Nullable String debug) {
            source = file;
            super.visitSource(file, debug);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (next == null) {
                return null;
            }
            String path = source == null ? null : packagePath + source;
            return new ProbeInserter(new CallGuard(next, parentName), table, path);
        }
    }
}
