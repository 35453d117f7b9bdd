package org.elenchus.tools.worker.bytecode;

import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives a seed to what would seed itself: a test that draws draws the same in every run. Commons RNG is here because its own generator of
 * seeds outlives a test.
 */
enum Seeding {
    /** A constructor that takes a seed. */
    LONG("(J)V") {
        @Override
        void push(MethodVisitor next) {
            next.visitMethodInsn(Opcodes.INVOKESTATIC, CallGuard.PROBES, "seed", "()J", false);
        }
    },
    /** {@code RandomSource.create(Object seed, Object... data)}. */
    OBJECT("(Ljava/lang/Object;[Ljava/lang/Object;)Lorg/apache/commons/rng/RestorableUniformRandomProvider;") {
        @Override
        void push(MethodVisitor next) {
            next.visitMethodInsn(Opcodes.INVOKESTATIC, CallGuard.PROBES, "boxedSeed", "()Ljava/lang/Object;", false);
            next.visitInsn(Opcodes.ICONST_0);
            next.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        }
    };

    /** Stack slots that a seed takes at most. */
    static final int SLOTS = 2;

    private static final Map<String, Seeding> UNSEEDED = Map.of(
            "java/util/Random.<init>()V", LONG,
            "java/util/SplittableRandom.<init>()V", LONG,
            "org/apache/commons/rng/simple/RandomSource.create()Lorg/apache/commons/rng/RestorableUniformRandomProvider;",
                    OBJECT);

    private final String seeded;

    Seeding(String seeded) {
        this.seeded = seeded;
    }

    /** How a call that draws a seed of its own gets one; empty for every other call. */
    static Optional<Seeding> of(String owner, String name, String descriptor) {
        return Optional.ofNullable(UNSEEDED.get(owner + "." + name + descriptor));
    }

    /** Puts the seed on the stack. */
    abstract void push(MethodVisitor next);

    /** Descriptor of the call that takes it. */
    String descriptor() {
        return seeded;
    }
}
