package org.elenchus.tools.worker.wire;

import java.util.SortedMap;
import java.util.TreeMap;
import org.elenchus.tools.worker.wire.Order.TestOrder;

/** Binary form of orders. */
final class OrderCodec {
    private OrderCodec() {}

    static void write(FrameWriter to, Order order) {
        switch (order) {
            case Order.Build build -> to.tag(1).text(build.root());
            case Order.Discover discover -> to.tag(2).text(discover.root());
            case Order.Execute execute ->
                to.tag(3)
                        .text(execute.root())
                        .list(
                                execute.overlay().entrySet(),
                                file -> to.text(file.getKey()).text(file.getValue()))
                        .list(
                                execute.tests(),
                                test -> to.text(test.className())
                                        .text(test.method())
                                        .number(test.fuel()))
                        .flag(execute.coverage());
        }
    }

    static Order read(FrameReader from) {
        int tag = from.tag();
        return switch (tag) {
            case 1 -> new Order.Build(from.text());
            case 2 -> new Order.Discover(from.text());
            case 3 -> execute(from);
            default -> throw new FrameReader.Malformed("unknown order " + tag);
        };
    }

    private static Order.Execute execute(FrameReader from) {
        String root = from.text();
        SortedMap<String, String> overlay = new TreeMap<>();
        from.list(() -> overlay.put(from.text(), from.text()));
        return new Order.Execute(
                root, overlay, from.list(() -> new TestOrder(from.text(), from.text(), from.number())), from.flag());
    }
}
