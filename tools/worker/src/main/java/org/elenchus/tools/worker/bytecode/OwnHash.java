package org.elenchus.tools.worker.bytecode;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives a class that leaves its hash to {@code Object} one that is kept in the object and drawn in order. Field and method are synthetic, so
 * that what looks at a class by reflection may pass them over. Classes that say they are serialisable stay as they are: the number that
 * stands for their shape is computed from their methods.
 */
final class OwnHash extends ClassVisitor {
    private static final String FIELD = "$elenchusHash";
    private static final Set<String> BY_SHAPE = Set.of("java/io/Serializable", "java/io/Externalizable");

    private String name = "";
    private boolean lacking;

    OwnHash(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] interfaces) {
        this.name = name;
        this.lacking = "java/lang/Object".equals(parent)
                && (access & Opcodes.ACC_INTERFACE) == 0
                && (interfaces == null || Arrays.stream(interfaces).noneMatch(BY_SHAPE::contains));
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (name.equals("hashCode") && descriptor.equals("()I")) {
            lacking = false;
        }
        return super.visitMethod(access, name, descriptor, signature, exceptions);
    }

    @Override
    public void visitEnd() {
        if (lacking) {
            cv.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, FIELD, "I", null, null)
                    .visitEnd();
            add();
        }
        super.visitEnd();
    }

    /** {@code return this.hash = Hashes.of(this.hash)}. */
    private void add() {
        MethodVisitor hash = cv.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNTHETIC, "hashCode", "()I", null, null);
        hash.visitCode();
        hash.visitVarInsn(Opcodes.ALOAD, 0);
        hash.visitInsn(Opcodes.DUP);
        hash.visitFieldInsn(Opcodes.GETFIELD, name, FIELD, "I");
        hash.visitMethodInsn(Opcodes.INVOKESTATIC, "org/elenchus/tools/worker/probe/Hashes", "of", "(I)I", false);
        hash.visitInsn(Opcodes.DUP_X1);
        hash.visitFieldInsn(Opcodes.PUTFIELD, name, FIELD, "I");
        hash.visitInsn(Opcodes.IRETURN);
        hash.visitMaxs(3, 1);
        hash.visitEnd();
    }
}
