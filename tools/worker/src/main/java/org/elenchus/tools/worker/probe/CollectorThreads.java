package org.elenchus.tools.worker.probe;

/**
 * The JVM's own threads that finalize and clean what the garbage collector has found. They run foreign code when the collector pleases, during
 * whichever test is running, so that what they do says nothing of that test.
 */
final class CollectorThreads {
    private CollectorThreads() {}

    static boolean include(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        if (thread.isVirtual() || group == null) {
            return false;
        }
        ThreadGroup parent = group.getParent();
        // Of the topmost group, only the finalizer's thread runs foreign code.
        return parent == null
                || parent.getParent() == null && group.getName().equals("InnocuousThreadGroup") && cleans(thread);
    }

    /** Others of that group run what a program asked for, such as handlers of asynchronous files. */
    private static boolean cleans(Thread thread) {
        return thread.getName().equals("Common-Cleaner") || thread.getName().startsWith("Cleaner-");
    }
}
