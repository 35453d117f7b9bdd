package org.elenchus.tools.mining.history.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.ProtocolJson;
import org.elenchus.tools.mining.history.ReleasePair;
import org.elenchus.tools.mining.snapshot.Folders;

/** What was found, in a folder, one file a pair: a search that was broken off goes on where it was. */
public final class FoundStore {
    private final Path folder;

    public FoundStore(Path folder) {
        this.folder = folder;
    }

    /** What a search found before by the same rules; a damaged file is none. */
    public Optional<Found> recall(ReleasePair pair) {
        try {
            return Optional.of(ProtocolJson.read(Files.readAllBytes(file(pair)), Found.class))
                    .filter(found ->
                            Found.RULES.equals(found.rules()) && pair.equals(found.pair()) && found.isSearched());
        } catch (IOException | UncheckedIOException | NullPointerException absentOrDamaged) {
            return Optional.empty();
        }
    }

    void keep(Found found) {
        try {
            Folders.writeWhole(file(found.pair()), ProtocolJson.write(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(ReleasePair pair) {
        String name = Digest.of(pair.older() + " " + pair.newer()).brief();
        return folder.resolve(
                pair.library().shortName() + "-" + pair.library().shown(pair.to()) + "-" + name + ".json");
    }
}
