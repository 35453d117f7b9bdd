package org.elenchus.tools.mining.maven;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.crypto.DefaultSettingsDecrypter;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.elenchus.actors.port.RepositoryFault;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;

/** Reads the effective Maven settings: global and user settings merged, interpolated, passwords decrypted. */
final class UserSettings {
    private UserSettings() {}

    static Settings read(MavenPreferences preferences, Properties system) throws RepositoryFault {
        DefaultSettingsBuildingRequest request = new DefaultSettingsBuildingRequest();
        request.setUserSettingsFile(preferences.userSettings().toFile());
        preferences.globalSettings().map(Path::toFile).ifPresent(request::setGlobalSettingsFile);
        request.setSystemProperties(system);
        try {
            Settings settings = new DefaultSettingsBuilderFactory()
                    .newInstance()
                    .build(request)
                    .getEffectiveSettings();
            decrypt(settings, system);
            return settings;
        } catch (SettingsBuildingException e) {
            String problem = e.getProblems().isEmpty()
                    ? "malformed"
                    : e.getProblems().get(0).getMessage();
            throw new RepositoryFault(
                    "Maven's settings cannot be read: " + problem + ". Repair " + preferences.userSettings()
                            + preferences.globalSettings().map(p -> " or " + p).orElse(""),
                    e);
        }
    }

    private static void decrypt(Settings settings, Properties system) {
        DefaultSecDispatcher dispatcher = new DefaultSecDispatcher(new DefaultPlexusCipher());
        dispatcher.setConfigurationFile(system.getProperty(
                "settings.security",
                Path.of(system.getProperty("user.home", "."), ".m2", "settings-security.xml")
                        .toString()));
        SettingsDecryptionResult open =
                new DefaultSettingsDecrypter(dispatcher).decrypt(new DefaultSettingsDecryptionRequest(settings));
        settings.setServers(open.getServers());
        settings.setProxies(open.getProxies());
    }
}
