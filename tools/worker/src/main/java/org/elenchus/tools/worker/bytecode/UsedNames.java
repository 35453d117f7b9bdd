package org.elenchus.tools.worker.bytecode;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Tells every name that a method's code refers to. */
abstract class UsedNames extends MethodVisitor {
    UsedNames() {
        super(Opcodes.ASM9);
    }

    /** A class's internal name, or a descriptor. */
    abstract void type(String nameOrDescriptor);

    abstract void method(String name);

    abstract void field(String owner, String name);

    /** A loaded constant. */
    abstract void constant(Object value);

    @Override
    public void visitTypeInsn(int opcode, String type) {
        type(type);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        type(owner);
        type(descriptor);
        field(owner, name);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        type(owner);
        type(descriptor);
        method(name);
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, @Nullable Object... arguments) {
        type(descriptor);
        for (Object argument : arguments) {
            if (argument != null) {
                visitLdcInsn(argument);
            }
        }
    }

    @Override
    public void visitLdcInsn(Object value) {
        switch (value) {
            case Type type -> type(type.getDescriptor());
            case Handle handle -> visitMethodInsn(0, handle.getOwner(), handle.getName(), handle.getDesc(), false);
            case ConstantDynamic dynamic -> type(dynamic.getDescriptor());
            default -> constant(value);
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        type(descriptor);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        if (type != null) {
            type(type);
        }
    }
}
