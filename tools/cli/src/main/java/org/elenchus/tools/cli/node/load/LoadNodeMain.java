package org.elenchus.tools.cli.node.load;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.elenchus.cluster.Contact;
import org.elenchus.cluster.Membership;
import org.elenchus.cluster.Protection;
import org.elenchus.persistence.Credentials;
import org.elenchus.persistence.PostgresDatabase;
import org.elenchus.persistence.StorageFault;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.protocol.node.NodeRole;
import org.elenchus.tools.cli.node.DatabaseMeeting;
import org.elenchus.tools.cli.node.LogFile;

/**
 * The process of a measuring node. Lines come in on its standard input: its settings as JSON, then {@link #BEGIN} and {@link #READ}; a
 * {@link LoadReading} goes out for every {@code READ}. It ends with its input, and so with whoever started it.
 */
public final class LoadNodeMain {
    public static final String BEGIN = "begin";
    public static final String READ = "read";

    private static final String HOST = "127.0.0.1";

    private LoadNodeMain() {}

    public static void main(String[] arguments) throws IOException, StorageFault {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String first = questions.readLine();
        if (first == null) {
            return;
        }
        LoadNodeSettings settings = ProtocolJson.read(first.getBytes(StandardCharsets.UTF_8), LoadNodeSettings.class);
        LogFile.open(Path.of(settings.log()));
        LoadNode node = start(settings);
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            switch (line) {
                case BEGIN -> node.begin();
                case READ -> answers.println(new String(ProtocolJson.write(node.read()), StandardCharsets.UTF_8));
                default -> throw new IOException("not understood: " + line);
            }
        }
        System.exit(0);
    }

    private static LoadNode start(LoadNodeSettings settings) throws StorageFault {
        PostgresDatabase database = PostgresDatabase.at(
                System.getenv("ELENCHUS_DB"), Credentials.of(System.getenv()), remark -> System.err.println(remark));
        database.initialise();
        return new LoadNode(
                settings,
                new Membership(
                        HOST,
                        settings.port(),
                        settings.httpPort(),
                        NodeRole.all(),
                        new Contact.Shared(new DatabaseMeeting(database.nodes())),
                        Protection.NONE),
                database);
    }
}
