package org.elenchus.tools.sandbox;

import java.nio.file.Path;

/** A process that owns a worker's folder until it is killed or its input ends. Its argument is where. */
public final class HomeOwner {
    private HomeOwner() {}

    public static void main(String[] args) throws Exception {
        System.out.println(WorkerHomes.make(Path.of(args[0])));
        System.in.read();
    }
}
