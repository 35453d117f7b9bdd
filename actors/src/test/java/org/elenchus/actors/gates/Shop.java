package org.elenchus.actors.gates;

import java.util.ArrayList;
import java.util.List;
import org.elenchus.actors.testing.FakeRepository;
import org.elenchus.actors.testing.FakeSandbox;
import org.elenchus.protocol.Digest;
import org.elenchus.protocol.repository.RepositoryCoordinate;
import org.elenchus.protocol.repository.TestId;
import org.elenchus.protocol.skill.SkillId;
import org.elenchus.protocol.task.CandidateTask;
import org.elenchus.protocol.task.Mutation;
import org.elenchus.protocol.task.Patch;
import org.elenchus.protocol.task.Pool;
import org.elenchus.protocol.task.TextEdit;

/** Two files with a test each, one test of both, and one that always passes. */
final class Shop {
    static final String PRICE = "org/example/Price.java";
    static final String STOCK = "org/example/Stock.java";
    static final String PRICE_TEXT =
            "class Price {\n    int net(int p) { return p * 2; }\n    int tax(int p) { return p / 5; }\n}\n";
    static final String STOCK_TEXT = "class Stock {\n    int left(int n) { return n - 1; }\n}\n";

    static final String NETS = "org.example.PriceTest#nets()";
    static final String TAXES = "org.example.PriceTest#taxes()";
    static final String COUNTS = "org.example.StockTest#counts()";
    static final String SELLS = "org.example.ShopTest#sells()";
    static final String OPENS = "org.example.ShopTest#opens()";

    static final FakeRepository REPOSITORY = FakeRepository.named("maven:org.example:shop:1.0")
            .file(PRICE, PRICE_TEXT)
            .file(STOCK, STOCK_TEXT)
            .test(NETS, 5, PRICE, 2)
            .test(TAXES, 6, PRICE, 3)
            .test(COUNTS, 7, STOCK, 2)
            .test(SELLS, 90, PRICE, 2)
            .test(OPENS, 2, STOCK, 1)
            .build();

    static final TextEdit NET = edit(PRICE, PRICE_TEXT, "p * 2", "p * 3");
    static final TextEdit TAX = edit(PRICE, PRICE_TEXT, "p / 5", "p / 6");
    static final TextEdit LEFT = edit(STOCK, STOCK_TEXT, "n - 1", "n - 2");

    private Shop() {}

    static TextEdit edit(String path, String text, String removed, String inserted) {
        return new TextEdit(path, text.indexOf(removed), removed, inserted);
    }

    static FakeSandbox sandbox() {
        return new FakeSandbox(REPOSITORY)
                .passes(NETS, s -> s.apply(PRICE).contains("p * 2"))
                .passes(TAXES, s -> s.apply(PRICE).contains("p / 5"))
                .passes(COUNTS, s -> s.apply(STOCK).contains("n - 1"))
                .passes(
                        SELLS,
                        s -> s.apply(PRICE).contains("p * 2") && s.apply(STOCK).contains("n - 1"));
    }

    /** A well-formed candidate with one mutation per edit and every test of the shop. */
    static Draft candidate(TextEdit... edits) {
        List<Mutation> mutations = new ArrayList<>();
        for (TextEdit edit : edits) {
            boolean price = edit.path().equals(PRICE);
            mutations.add(new Mutation("arithmetic", "return", edit.path(), 2, price ? "Price.net" : "Stock.left"));
        }
        return new Draft(
                "request/00",
                REPOSITORY.summary().coordinate(),
                REPOSITORY.snapshot(),
                new Patch(List.of(edits)),
                mutations,
                "Some figures are wrong.",
                List.of(NETS, TAXES, COUNTS, SELLS, OPENS));
    }

    /** A candidate to vary. */
    record Draft(
            String id,
            RepositoryCoordinate repository,
            Digest snapshot,
            Patch breaking,
            List<Mutation> mutations,
            String statement,
            List<String> tests) {
        Draft id(String value) {
            return new Draft(value, repository, snapshot, breaking, mutations, statement, tests);
        }

        Draft repository(String value) {
            return new Draft(id, new RepositoryCoordinate(value), snapshot, breaking, mutations, statement, tests);
        }

        Draft snapshot(Digest value) {
            return new Draft(id, repository, value, breaking, mutations, statement, tests);
        }

        Draft mutations(Mutation... values) {
            return new Draft(id, repository, snapshot, breaking, List.of(values), statement, tests);
        }

        Draft statement(String value) {
            return new Draft(id, repository, snapshot, breaking, mutations, value, tests);
        }

        Draft testedBy(String... values) {
            return new Draft(id, repository, snapshot, breaking, mutations, statement, List.of(values));
        }

        CandidateTask task() {
            return new CandidateTask(
                    id,
                    Pool.TRAIN,
                    repository,
                    snapshot,
                    SkillId.UNGUIDED,
                    breaking,
                    mutations,
                    statement,
                    tests.stream().map(TestId::parse).toList());
        }
    }
}
