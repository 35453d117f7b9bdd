package org.elenchus.tools.sandbox.docker;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks for a program's containers. */
public final class LeftContainers {
    private LeftContainers() {}

    /** Container id → state, such as {@code running}. */
    public static Map<String, String> of(long pid) throws EngineFault {
        try (Engine engine = Engine.connect()) {
            Map<String, String> left = new TreeMap<>();
            engine.control()
                    .listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(List.of(Owner.MARK))
                    .exec()
                    .forEach(container -> {
                        if (Owner.of(container)
                                .filter(owner -> owner.pid() == pid)
                                .isPresent()) {
                            left.put(container.getId(), container.getState());
                        }
                    });
            return left;
        }
    }
}
