package org.elenchus.tools.worker.bytecode;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What other source files can see of some classes: their hierarchy, members that are not private, and the constants that compilers copy
 * into other classes. While it is unchanged, the classes that use them need not be compiled again.
 */
public final class ApiShape extends ClassVisitor {
    private final SortedSet<String> lines = new TreeSet<>();
    private final int hiding;
    private String name = "";
    private boolean visible;

    private ApiShape(int hiding) {
        super(Opcodes.ASM9);
        this.hiding = hiding;
    }

    /** One line per visible class or member. */
    public static SortedSet<String> of(Collection<byte[]> classes) {
        return lines(classes, Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC);
    }

    /** One line per class or member, private ones included: what code in the same file can see. */
    public static SortedSet<String> inside(Collection<byte[]> classes) {
        return lines(classes, Opcodes.ACC_SYNTHETIC);
    }

    private static SortedSet<String> lines(Collection<byte[]> classes, int hiding) {
        ApiShape shape = new ApiShape(hiding);
        for (byte[] bytes : classes) {
            new ClassReader(bytes)
                    .accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return shape.lines;
    }

    private void add(int access, @Nullable Object... parts) {
        if (visible && (access & hiding) == 0) {
            lines.add(name + " " + access + " " + Arrays.deepToString(parts));
        }
    }

    @Override
    public void visit(
            int version,
            int access,
            String className,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] interfaces) {
        name = className;
        visible = (access & Opcodes.ACC_SYNTHETIC) == 0 && !Numbered.isLocal(className);
        add(access, signature, parent, interfaces);
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object constant) {
        add(access, field, descriptor, signature, constant);
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        add(access, method, descriptor, signature, exceptions);
        return null;
    }
}
