package org.elenchus.tools.worker.bytecode;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts {@linkplain ReplacedCalls replacements} in the place of calls and of references to methods, refuses processes, and meters arrays. */
final class CallGuard extends MethodVisitor {
    static final String PROBES = "org/elenchus/tools/worker/probe/Probes";

    private final @Nullable String parent;

    /** @param parent superclass of the class that the method is in */
    CallGuard(MethodVisitor next, @Nullable String parent) {
        super(Opcodes.ASM9, next);
        this.parent = parent;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (startsProcess(owner, name)) {
            // Thrown before the call, which then is never reached: the stack needs no rearranging.
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "refuseProcess", "()V", false);
        }
        Optional<Replacement> replacement = ReplacedCalls.of(owner, name, descriptor);
        if (replacement.isEmpty()) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            return;
        }
        switch (replacement.get()) {
            case Replacement.Instead instead -> instead.target().call(mv);
            case Replacement.With with -> {
                with.arguments().forEach(argument -> argument.call(mv));
                super.visitMethodInsn(opcode, owner, name, with.descriptor(), isInterface);
            }
            case Replacement.Adjusted adjusted -> {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                // A constructor that calls its parent's leaves nothing on the stack.
                if (!owner.equals(parent)) {
                    adjusted.adjust().call(mv);
                }
            }
            case Replacement.Settled settled -> {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
                super.visitVarInsn(Opcodes.ALOAD, 0);
                settled.settle().call(mv);
            }
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode == Opcodes.NEWARRAY) {
            meterAllocation();
        }
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.ANEWARRAY) {
            meterAllocation();
        }
        super.visitTypeInsn(opcode, type);
    }

    /** The length is on the stack; the one slot that instrumentation may add holds its copy. */
    private void meterAllocation() {
        super.visitInsn(Opcodes.DUP);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "allocate", "(I)V", false);
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, @Nullable Object... arguments) {
        super.visitInvokeDynamicInsn(
                name,
                descriptor,
                bootstrap,
                Arrays.stream(arguments).map(CallGuard::guarded).toArray());
    }

    private static @Nullable Object guarded(@Nullable Object argument) {
        return argument instanceof Handle handle
                ? ReplacedCalls.of(handle.getOwner(), handle.getName(), handle.getDesc())
                        .flatMap(Replacement::whole)
                        .map(Replacement.Target::handle)
                        .orElse(handle)
                : argument;
    }

    private static boolean startsProcess(String owner, String name) {
        return owner.equals("java/lang/ProcessBuilder") && name.startsWith("start")
                || owner.equals("java/lang/Runtime") && name.equals("exec");
    }
}
