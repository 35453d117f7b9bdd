package org.elenchus.tools.worker.bytecode;

/** What the compiler numbers as it meets it in a file, so that its name depends on all that comes before. */
final class Numbered {
    private Numbered() {}

    /** Anonymous and local classes, and those that hold a switch's table of enum constants. */
    static boolean isLocal(String className) {
        int dollar = className.indexOf('$');
        while (dollar >= 0 && dollar + 1 < className.length()) {
            if (Character.isDigit(className.charAt(dollar + 1))) {
                return true;
            }
            dollar = className.indexOf('$', dollar + 1);
        }
        return false;
    }

    /** Bodies of lambdas, and the doors through which nested classes reach each other's private members. */
    static boolean isMethod(String methodName) {
        return methodName.startsWith("lambda$") || methodName.startsWith("access$");
    }

    /** Whether a descriptor, or a class's internal name, names a local class. */
    static boolean occursIn(String descriptor) {
        return descriptor.indexOf('$') >= 0 && isLocal(descriptor);
    }
}
