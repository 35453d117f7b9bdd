package org.elenchus.tools.worker.bytecode;

import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What instrumented code does in the place of a call that would end the process, or whose answer would differ from run to run. */
sealed interface Replacement {
    /** A static method of the probes. */
    record Target(String owner, String name, String descriptor) {
        void call(MethodVisitor next) {
            next.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
        }

        Handle handle() {
            return new Handle(Opcodes.H_INVOKESTATIC, owner, name, descriptor, false);
        }
    }

    /** Another method is called; it takes the receiver, if there is one, as its first argument. */
    record Instead(Target target) implements Replacement {
        @Override
        public Optional<Target> whole() {
            return Optional.of(target);
        }
    }

    /**
     * The same is called, with more arguments, or with others in the place of the last.
     *
     * @param arguments what makes them, in their order; it takes the last where it replaces that
     * @param descriptor of the call that takes them
     */
    record With(List<Target> arguments, String descriptor, Optional<Target> whole) implements Replacement {
        public With {
            arguments = List.copyOf(arguments);
        }
    }

    /** The same constructor is called; then {@code adjust} takes what it made and returns it. */
    record Adjusted(Target adjust, Optional<Target> whole) implements Replacement {}

    /** The same constructor is called, by the constructor of a subclass; then {@code settle} takes what is being made. */
    record Settled(Target settle) implements Replacement {
        @Override
        public Optional<Target> whole() {
            return Optional.empty();
        }
    }

    /** One method that does what the replaced call does, for references to it; empty where there is none. */
    Optional<Target> whole();
}
