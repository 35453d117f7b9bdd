package org.elenchus.tools.worker.bytecode;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The methods of an abridged class that are not marked as unchanged, and what they lean on. */
final class ChangedMethods extends ClassVisitor {
    private final String marker;
    private final boolean constructors;
    private final Set<String> names = new TreeSet<>();
    private final SortedSet<String> made = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();
    private String className = "";
    private boolean numbered;
    private @Nullable Set<String> only;

    private ChangedMethods(String marker, boolean constructors) {
        super(Opcodes.ASM9);
        this.marker = marker;
        this.constructors = constructors;
    }

    static ChangedMethods of(ClassReader abridged, String marker, boolean constructors) {
        ChangedMethods methods = new ChangedMethods(marker, constructors);
        abridged.accept(methods, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return methods;
    }

    /** Name and descriptor, written together. */
    Set<String> names() {
        return names;
    }

    /**
     * Whether they mean the same inside the original class, all that was numbered there keeps its number, and the compiler would make the
     * same fields for them.
     */
    boolean graftable(ClassReader original) {
        ChangedMethods before = before(original);
        if (numbered || before.numbered || !used.equals(before.used)) {
            return false;
        }
        return !constructors || MadeFields.of(original).equals(made);
    }

    /** The same methods as they were. */
    private ChangedMethods before(ClassReader original) {
        ChangedMethods before = new ChangedMethods(marker, constructors);
        before.only = names;
        original.accept(before, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return before;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String parent,
            String @Nullable [] interfaces) {
        className = name;
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (MadeFields.isOne(name)) {
            made.add(name);
        }
        return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        boolean code = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_SYNTHETIC)) == 0;
        boolean kept = name.equals("<clinit>") || name.equals("<init>") && !constructors;
        boolean wanted = only == null || only.contains(name + descriptor);
        return code && !kept && wanted ? new References(name + descriptor) : null;
    }

    private void end(String method, References references) {
        if (!references.marked) {
            names.add(method);
            numbered |= references.numbered;
            used.addAll(references.fields);
        }
    }

    /** Reads one body. */
    private final class References extends UsedNames {
        private final String method;
        private final Set<String> fields = new TreeSet<>();
        private boolean marked;
        private boolean numbered;

        References(String method) {
            this.method = method;
        }

        @Override
        void type(String nameOrDescriptor) {
            numbered |= Numbered.occursIn(nameOrDescriptor);
        }

        @Override
        void method(String name) {
            numbered |= Numbered.isMethod(name);
        }

        @Override
        void field(String owner, String name) {
            if (MadeFields.isOne(name)) {
                // A field that the compiler makes where it is needed; of another class's nothing is known here.
                numbered |= !owner.equals(className);
                fields.add(name);
            }
        }

        @Override
        void constant(Object value) {
            marked |= value.equals(marker);
        }

        @Override
        public void visitEnd() {
            end(method, this);
        }
    }
}
