package org.elenchus.tools.mining.maven;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.apache.maven.settings.Activation;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Which profiles of the settings are active: named ones, those that fit this machine, else the defaults. */
final class SettingsProfiles {
    private SettingsProfiles() {}

    static List<Profile> active(Settings settings, Properties system) {
        Set<String> named = new LinkedHashSet<>(settings.getActiveProfiles());
        List<Profile> active = new ArrayList<>();
        List<Profile> defaults = new ArrayList<>();
        for (Profile profile : settings.getProfiles()) {
            if (named.contains(profile.getId()) || fits(profile, system)) {
                active.add(profile);
            } else if (profile.getActivation() != null
                    && profile.getActivation().isActiveByDefault()) {
                defaults.add(profile);
            }
        }
        return active.isEmpty() ? defaults : active;
    }

    private static boolean fits(Profile profile, Properties system) {
        Activation activation = profile.getActivation();
        if (activation == null) {
            return false;
        }
        String jdk = activation.getJdk();
        if (jdk != null && system.getProperty("java.version", "").startsWith(jdk)) {
            return true;
        }
        if (activation.getProperty() == null || activation.getProperty().getName() == null) {
            return false;
        }
        return holds(
                activation.getProperty().getName(), activation.getProperty().getValue(), system);
    }

    /** A leading {@code !} in the name asks for absence. */
    private static boolean holds(String name, @Nullable String wanted, Properties system) {
        if (name.startsWith("!")) {
            return system.getProperty(name.substring(1)) == null;
        }
        String value = system.getProperty(name);
        return value != null && (wanted == null || wanted.isBlank() || wanted.equals(value));
    }
}
