package org.elenchus.tools.mining.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The Java release a POM asks the compiler for. */
final class JavaRelease {
    /** Below this no current compiler goes. */
    static final int LOWEST = 8;

    private static final Pattern FORM = Pattern.compile("(?:1\\.)?([0-9]{1,2})");
    private static final String COMPILER = "org.apache.maven.plugins:maven-compiler-plugin";

    private JavaRelease() {}

    /** The compiler plugin's own configuration wins over the properties, release over source over target. */
    static int of(Model model) {
        List<@Nullable String> wishes = new ArrayList<>();
        for (String parameter : List.of("release", "source", "target")) {
            wishes.add(configured(model.getBuild(), parameter));
            wishes.add(model.getProperties().getProperty("maven.compiler." + parameter));
        }
        for (String wish : wishes) {
            Matcher number = FORM.matcher(wish == null ? "" : wish.trim());
            if (number.matches()) {
                return Math.max(LOWEST, Integer.parseInt(number.group(1)));
            }
        }
        return LOWEST;
    }

    private static @Nullable String configured(@Nullable Build build, String parameter) {
        if (build == null) {
            return null;
        }
        Plugin compiler = build.getPluginsAsMap().get(COMPILER);
        if (compiler != null && compiler.getConfiguration() instanceof Xpp3Dom configuration) {
            Xpp3Dom child = configuration.getChild(parameter);
            return child == null ? null : child.getValue();
        }
        return null;
    }
}
