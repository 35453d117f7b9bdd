package org.elenchus.tools.worker.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Inserts a probe at every line, at every exception handler, and before every jump backwards. The last two are what stops loops and
 * handlers that share a line with something else. A handler that would take a {@link StackOverflowError} hands it to the probes first.
 *
 * <p>A probe is held back until the next instruction, so that it follows the stack-map frame of its place; at a {@code NEW} it comes
 * after it, because frames name uninitialised objects by the offset of their {@code NEW}.
 */
final class ProbeInserter extends MethodVisitor {
    private static final int NONE = -1;
    private static final int STEP = -2;

    private final @Nullable ProbeTable table;
    private final @Nullable String path;
    /** What a handler catches if it catches an overflow; null is anything. */
    private static final Set<@Nullable String> TAKES_OVERFLOW = new HashSet<>(Arrays.asList(
            null,
            "java/lang/Throwable",
            "java/lang/Error",
            "java/lang/VirtualMachineError",
            "java/lang/StackOverflowError"));

    /** Instructions from one label to before another. */
    private record Range(Label start, Label end) {}

    /** What each handler guards. */
    private final Map<Label, List<Range>> guarded = new HashMap<>();

    private final Set<Label> takingOverflow = new HashSet<>();
    private final Set<Label> passed = new HashSet<>();
    private boolean handling;
    private @Nullable Label silentUntil;
    private int pending = NONE;

    /** @param table null where lines need not be told apart */
    ProbeInserter(MethodVisitor next, @Nullable ProbeTable table, @Nullable String path) {
        super(Opcodes.ASM9, next);
        this.table = table;
        this.path = path;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        guarded.computeIfAbsent(handler, label -> new ArrayList<>()).add(new Range(start, end));
        if (TAKES_OVERFLOW.contains(type)) {
            takingOverflow.add(handler);
        }
        super.visitTryCatchBlock(start, end, handler, type);
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
        super.visitLabel(label);
        if (label.equals(silentUntil)) {
            silentUntil = null;
        }
        if (guarded.containsKey(label)) {
            enterHandler(label);
        }
    }

    /** A handler that guards itself, which unlocks a monitor, would take what a probe in it throws, for ever: it gets none. */
    private void enterHandler(Label handler) {
        for (Range range : guarded.getOrDefault(handler, List.of())) {
            if (passed.contains(range.start()) && !passed.contains(range.end())) {
                silentUntil = range.end();
            }
        }
        if (silentUntil == null) {
            handling = takingOverflow.contains(handler);
            pending = pending == NONE ? STEP : pending;
        }
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        super.visitLineNumber(line, start);
        pending = table == null || path == null ? STEP : table.probe(path, line);
    }

    private void flush() {
        if (handling) {
            handling = false;
            super.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CallGuard.PROBES, "caught", "(Ljava/lang/Throwable;)V", false);
        }
        int probe = silentUntil == null ? pending : NONE;
        pending = NONE;
        if (probe == STEP) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CallGuard.PROBES, "step", "()V", false);
        } else if (probe != NONE) {
            push(probe);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CallGuard.PROBES, "hit", "(I)V", false);
        }
    }

    private void push(int value) {
        if (value <= 5) {
            super.visitInsn(Opcodes.ICONST_0 + value);
        } else if (value <= Byte.MAX_VALUE) {
            super.visitIntInsn(Opcodes.BIPUSH, value);
        } else if (value <= Short.MAX_VALUE) {
            super.visitIntInsn(Opcodes.SIPUSH, value);
        } else {
            super.visitLdcInsn(value);
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label target) {
        flush();
        payBackwards(target);
        super.visitJumpInsn(opcode, target);
    }

    private void payBackwards(Label... targets) {
        for (Label target : targets) {
            if (passed.contains(target)) {
                pending = STEP;
            }
        }
        flush();
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == Opcodes.NEW) {
            super.visitTypeInsn(opcode, type);
            flush();
        } else {
            flush();
            super.visitTypeInsn(opcode, type);
        }
    }

    @Override
    public void visitInsn(int opcode) {
        flush();
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        flush();
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        flush();
        super.visitVarInsn(opcode, variable);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        flush();
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        flush();
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, @Nullable Object... arguments) {
        flush();
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    }

    @Override
    public void visitLdcInsn(Object value) {
        flush();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        flush();
        super.visitIincInsn(variable, increment);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        flush();
        payBackwards(fallback);
        payBackwards(labels);
        super.visitTableSwitchInsn(min, max, fallback, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        flush();
        payBackwards(fallback);
        payBackwards(labels);
        super.visitLookupSwitchInsn(fallback, keys, labels);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        flush();
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        super.visitMaxs(maxStack + ReplacedCalls.SLOTS, maxLocals);
    }
}
