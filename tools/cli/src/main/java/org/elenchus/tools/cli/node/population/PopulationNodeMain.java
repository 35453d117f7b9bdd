package org.elenchus.tools.cli.node.population;

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
 * The process of a node that holds a population. Lines of JSON come in on its standard input, its settings first and then a {@link Question}
 * each; an answer goes out for every question. It ends with its input, and so with whoever started it.
 */
public final class PopulationNodeMain {
    private static final String HOST = "127.0.0.1";

    private PopulationNodeMain() {}

    public static void main(String[] arguments) throws IOException, StorageFault, InterruptedException {
        // The node's own threads must not outlive a failure here: whoever asks would wait for an answer.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String first = questions.readLine();
        if (first == null) {
            return;
        }
        PopulationNodeSettings settings = read(first, PopulationNodeSettings.class);
        LogFile.open(Path.of(settings.log()));
        PopulationNode node = start(settings);
        for (String line = questions.readLine(); line != null; line = questions.readLine()) {
            Object answer = node.answer(read(line, Question.class));
            answers.println(new String(ProtocolJson.write(answer), StandardCharsets.UTF_8));
        }
        System.exit(0);
    }

    private static <T> T read(String line, Class<T> type) {
        return ProtocolJson.read(line.getBytes(StandardCharsets.UTF_8), type);
    }

    private static PopulationNode start(PopulationNodeSettings settings) throws StorageFault {
        PostgresDatabase database = PostgresDatabase.at(
                System.getenv("ELENCHUS_DB"), Credentials.of(System.getenv()), remark -> System.err.println(remark));
        database.initialise();
        return new PopulationNode(
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
