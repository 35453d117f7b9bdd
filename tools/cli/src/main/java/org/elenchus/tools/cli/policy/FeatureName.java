package org.elenchus.tools.cli.policy;

import java.util.Map;

/**
 * A feature's name, {@code KIND:LEFT} or {@code KIND:LEFT&RIGHT}, where a side is {@code VALUE} or {@code KEY=VALUE}.
 *
 * @param group what it is about: {@code where to look: stack × failure}
 * @param value within the group: {@code top-line × null-pointer}
 */
public record FeatureName(String name, String group, String value) {
    private static final Map<String, String> KINDS = Map.of("loc", "where to look", "edit", "what to change");
    private static final Map<String, String> KEYS = Map.of("fail", "failure", "has", "text");

    public static FeatureName of(String name) {
        int colon = name.indexOf(':');
        String kind = name.substring(0, Math.max(0, colon));
        String[] sides = name.substring(colon + 1).split("&", 2);
        // Only places and operators have no key of their own.
        String left = key(sides[0], kind.equals("loc") ? "place" : "edit");
        String about = KINDS.getOrDefault(kind, kind) + ": " + left;
        return sides.length == 1
                ? new FeatureName(name, about, value(sides[0]))
                : new FeatureName(
                        name, about + " × " + key(sides[1], "context"), value(sides[0]) + " × " + value(sides[1]));
    }

    private static String key(String side, String otherwise) {
        int equals = side.indexOf('=');
        String key = equals < 0 ? otherwise : side.substring(0, equals);
        return KEYS.getOrDefault(key, key);
    }

    private static String value(String side) {
        return side.substring(side.indexOf('=') + 1);
    }
}
