package org.elenchus.tools.verifier.report;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.elenchus.protocol.execution.TestOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads JUnit's XML form, which most test runners can write, with a pull parser that knows no document types and no entities beyond
 * XML's own five. Depth, number of tests and length of texts are capped; the caller caps the bytes.
 */
final class JUnitXml {
    private static final int MOST_DEPTH = 16;
    private static final int MOST_TESTS = 50_000;
    private static final int MOST_TEXT = 4_000;

    /** Of the platform's own parser, whatever else is on the class path. */
    private static final XMLInputFactory FACTORY = hardened();

    private final XMLStreamReader reader;
    private final Wording wording;
    private final List<Report.Entry> entries = new ArrayList<>();
    private final Deque<String> suites = new ArrayDeque<>();
    private int depth;

    private JUnitXml(XMLStreamReader reader, Wording wording) {
        this.reader = reader;
        this.wording = wording;
    }

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside a report is read");
        });
        return factory;
    }

    static List<Report.Entry> read(byte[] xml, Wording wording) throws ReportFault {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            return new JUnitXml(reader, wording).entries();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            // the parser's own message may quote the file
            throw new ReportFault("a report is not well-formed XML" + (line > 0 ? " (line " + line + ")" : ""));
        }
    }

    private List<Report.Entry> entries() throws XMLStreamException, ReportFault {
        boolean root = true;
        while (reader.hasNext()) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (root && !reader.getLocalName().matches("testsuites?")) {
                        throw new ReportFault("a report's root is not testsuites or testsuite");
                    }
                    root = false;
                    element();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (reader.getLocalName().equals("testsuite") && !suites.isEmpty()) {
                        suites.pop();
                    }
                }
                default -> {}
            }
        }
        return entries;
    }

    private void element() throws XMLStreamException, ReportFault {
        switch (reader.getLocalName()) {
            case "testsuite" -> suites.push(attribute("name"));
            case "testcase" -> testCase();
            default -> {}
        }
    }

    private void testCase() throws XMLStreamException, ReportFault {
        if (entries.size() >= MOST_TESTS) {
            throw new ReportFault("a report has more than " + MOST_TESTS + " tests");
        }
        String name = attribute("name");
        String className = attribute("classname");
        if (className.isBlank()) {
            className = Objects.requireNonNullElse(suites.peek(), "");
        }
        TestOutcome outcome = null;
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                TestOutcome told = told();
                outcome = outcome == null ? told : outcome;
            }
        }
        entries.add(
                new Report.Entry(wording.test(className, name), outcome == null ? new TestOutcome.Passed() : outcome));
    }

    /** What an element inside a test case says of it; null when that is nothing. Leaves the reader at its end. */
    private @Nullable TestOutcome told() throws XMLStreamException, ReportFault {
        String element = reader.getLocalName();
        String type = attribute("type");
        String message = attribute("message");
        String text = text();
        String shown = message.isBlank() ? text : message;
        return switch (element) {
            case "failure" -> new TestOutcome.Failed(wording.failure(type, shown));
            case "error" -> new TestOutcome.Errored(wording.failure(type.isBlank() ? "error" : type, shown));
            case "skipped" -> new TestOutcome.NotRun("skipped");
            default -> null;
        };
    }

    /** The beginning of the text in the element the reader is at, up to its end. */
    private String text() throws XMLStreamException, ReportFault {
        StringBuilder text = new StringBuilder();
        for (int open = 1; open > 0; ) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (reader.isCharacters() || event == XMLStreamConstants.CDATA) {
                int room = Math.min(MOST_TEXT - text.length(), reader.getTextLength());
                text.append(reader.getTextCharacters(), reader.getTextStart(), Math.max(0, room));
            }
        }
        return text.toString();
    }

    private int next() throws XMLStreamException, ReportFault {
        int event = reader.next();
        switch (event) {
            case XMLStreamConstants.DTD -> throw new ReportFault("a report has a document type, which is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE,
                    XMLStreamConstants.ENTITY_DECLARATION,
                    XMLStreamConstants.NOTATION_DECLARATION ->
                throw new ReportFault("a report refers to an entity, which is not allowed");
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > MOST_DEPTH) {
                    throw new ReportFault("a report is nested deeper than " + MOST_DEPTH + " elements");
                }
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            default -> {}
        }
        return event;
    }

    private String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }
}
