package org.elenchus.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections to one database. No record: its properties hold the password. */
final class ConnectionSource {
    private final String url;
    private final Properties properties = new Properties();

    ConnectionSource(String url, Properties properties) {
        this.url = url;
        this.properties.putAll(properties);
    }

    static ConnectionSource h2(String url) {
        Properties user = new Properties();
        user.setProperty("user", "sa");
        user.setProperty("password", "");
        return new ConnectionSource(url, user);
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    String url() {
        return url;
    }

    Properties properties() {
        Properties copy = new Properties();
        copy.putAll(properties);
        return copy;
    }
}
