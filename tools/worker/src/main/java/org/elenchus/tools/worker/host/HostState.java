package org.elenchus.tools.worker.host;

import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** What a test can change in its JVM, as it was when the worker started. */
public final class HostState {
    private final Locale locale = Locale.getDefault();
    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final TimeZone zone = TimeZone.getDefault();
    private final Properties properties = copy(System.getProperties());

    private HostState() {}

    public static HostState capture() {
        return new HostState();
    }

    /** Puts everything back, for the calling thread's next test. */
    public void restore(ClassLoader context) {
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
        TimeZone.setDefault(zone);
        if (!properties.equals(System.getProperties())) {
            System.setProperties(copy(properties));
        }
        System.setOut(CountingSink.stream());
        System.setErr(CountingSink.stream());
        System.setIn(InputStream.nullInputStream());
        Thread.setDefaultUncaughtExceptionHandler(null);
        Thread.currentThread().setContextClassLoader(context);
        // A test that interrupted its own thread must not stop the next one.
        Thread.interrupted();
    }

    private static Properties copy(Properties properties) {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }
}
