package org.elenchus.tools.repair.author;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.elenchus.actors.port.PreparedRepository;
import org.elenchus.tools.repair.operators.CandidateEdit;
import org.elenchus.tools.repair.operators.EditCatalogue;
import org.elenchus.tools.repair.operators.Operator;
import org.elenchus.tools.repair.operators.Purpose;
import org.elenchus.tools.repair.syntax.Context;
import org.elenchus.tools.repair.syntax.Place;
import org.elenchus.tools.repair.syntax.SourceFile;
import org.elenchus.tools.repair.syntax.SourceFiles;

/** Every mutation site of a repository that a trusted test reaches, by path, place and operator. */
record SiteIndex(List<MutationSite> sites) {
    /** Sites that more than this share of the tests reach break too much to be a task, unless the suite is small. */
    private static final double WIDEST = 0.5;

    private static final int ALWAYS_NARROW = 60;

    SiteIndex {
        sites = List.copyOf(sites);
    }

    static SiteIndex of(PreparedRepository repository, SourceFiles files) {
        List<MutationSite> sites = new ArrayList<>();
        double widest = Math.max(ALWAYS_NARROW, WIDEST * repository.tests().size());
        for (String path : repository.files()) {
            boolean declaresOnly = path.endsWith("module-info.java") || path.endsWith("package-info.java");
            Optional<SourceFile> parsed = declaresOnly ? Optional.empty() : files.parsed(repository.source(path));
            parsed.ifPresent(file -> collect(repository, path, file, widest, sites));
        }
        return new SiteIndex(sites);
    }

    private static void collect(
            PreparedRepository repository, String path, SourceFile file, double widest, List<MutationSite> sites) {
        for (Place place : file.places()) {
            int tests = reaching(repository, path, place);
            if (tests == 0 || tests > widest) {
                continue;
            }
            Map<Operator, Map<Context, Integer>> offered = new EnumMap<>(Operator.class);
            for (CandidateEdit edit : EditCatalogue.edits(file, place, Purpose.BREAK)) {
                offered.computeIfAbsent(edit.operator(), o -> new EnumMap<>(Context.class))
                        .merge(edit.context(), 1, Integer::sum);
            }
            offered.forEach((operator, contexts) -> contexts.forEach((context, edits) ->
                    sites.add(new MutationSite(path, file, place, operator, context, tests, edits))));
        }
    }

    /** Tests that reach the line most tests reach. */
    private static int reaching(PreparedRepository repository, String path, Place place) {
        int most = 0;
        for (int line = place.firstLine(); line <= place.lastLine(); line++) {
            most = Math.max(most, repository.testsReaching(path, line).size());
        }
        return most;
    }
}
