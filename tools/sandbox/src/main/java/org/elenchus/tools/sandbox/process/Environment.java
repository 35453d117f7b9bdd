package org.elenchus.tools.sandbox.process;

import java.nio.file.Path;

/** The environment of workers: nothing of ours. */
final class Environment {
    private Environment() {}

    static ProcessBuilder emptied(ProcessBuilder builder, Path home) {
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("HOME", home.toString());
        return builder;
    }
}
