package org.elenchus.tools.worker.bytecode;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Replaces the calls that would end the process, start another, sleep for long or draw what nobody can draw again, and meters arrays. */
final class CallGuard extends MethodVisitor {
    static final String PROBES = "org/elenchus/tools/worker/probe/Probes";

    CallGuard(MethodVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (endsProcess(owner, name)) {
            // Thrown before the call, which then is never reached: the stack needs no rearranging.
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "refuseExit", "()V", false);
        } else if (startsProcess(owner, name)) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "refuseProcess", "()V", false);
        }
        if (owner.equals("java/lang/Thread") && name.equals("sleep") && descriptor.startsWith("(J")) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "sleep", descriptor, false);
        } else if (owner.equals("java/util/concurrent/TimeUnit") && name.equals("sleep")) {
            String withUnit = "(Ljava/util/concurrent/TimeUnit;J)V";
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "sleep", withUnit, false);
        } else if (owner.equals("java/lang/Math") && name.equals("random")) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, "random", descriptor, false);
        } else {
            Optional<Seeding> seeding = Seeding.of(owner, name, descriptor);
            seeding.ifPresent(seed -> seed.push(mv));
            super.visitMethodInsn(
                    opcode, owner, name, seeding.map(Seeding::descriptor).orElse(descriptor), isInterface);
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
                        && endsProcess(handle.getOwner(), handle.getName())
                        && handle.getTag() == Opcodes.H_INVOKESTATIC
                ? new Handle(Opcodes.H_INVOKESTATIC, PROBES, "exit", handle.getDesc(), false)
                : argument;
    }

    private static boolean endsProcess(String owner, String name) {
        return owner.equals("java/lang/System") && name.equals("exit")
                || owner.equals("java/lang/Runtime") && (name.equals("exit") || name.equals("halt"));
    }

    private static boolean startsProcess(String owner, String name) {
        return owner.equals("java/lang/ProcessBuilder") && name.startsWith("start")
                || owner.equals("java/lang/Runtime") && name.equals("exec");
    }
}
