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
    private String name = "";
    private boolean visible;

    private ApiShape() {
        super(Opcodes.ASM9);
    }

    /** One line per visible class or member. */
    public static SortedSet<String> of(Collection<byte[]> classes) {
        ApiShape shape = new ApiShape();
        for (byte[] bytes : classes) {
            new ClassReader(bytes)
                    .accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return shape.lines;
    }

    private void add(int access, @Nullable Object... parts) {
        boolean hidden = (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0;
        if (visible && !hidden) {
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
        visible = (access & Opcodes.ACC_SYNTHETIC) == 0 && !isLocal(className);
        add(access, signature, parent, interfaces);
    }

    /** Anonymous and local classes: numbered, and out of every other file's sight. */
    private static boolean isLocal(String className) {
        int dollar = className.indexOf('$');
        while (dollar >= 0 && dollar + 1 < className.length()) {
            if (Character.isDigit(className.charAt(dollar + 1))) {
                return true;
            }
            dollar = className.indexOf('$', dollar + 1);
        }
        return false;
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
