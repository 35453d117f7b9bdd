package org.elenchus.tools.worker.bytecode;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** How many lines further down code is than it was. @param from first line, counted from 1 → shift of it and what follows */
public record LineShift(SortedMap<Integer, Integer> from) {
    public LineShift {
        from = Collections.unmodifiableSortedMap(new TreeMap<>(from));
    }

    boolean isNone() {
        return from.isEmpty();
    }

    int of(int line) {
        int shift = 0;
        for (Map.Entry<Integer, Integer> entry : from.headMap(line + 1).entrySet()) {
            shift = entry.getValue();
        }
        return shift;
    }

    /** Moves the lines of the methods visited through it. */
    MethodVisitor moving(MethodVisitor next) {
        return new MethodVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitLineNumber(int line, Label start) {
                super.visitLineNumber(line + of(line), start);
            }
        };
    }
}
