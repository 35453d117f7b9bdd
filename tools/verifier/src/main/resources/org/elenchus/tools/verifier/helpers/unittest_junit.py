"""Runs unittest suites and reports as JUnit XML, with nothing but the standard library.

    python3 unittest_junit.py REPORT_FOLDER [--start FOLDER] [TEST ...]

Without tests, all that discovery finds below the start folder (the current one by default) are run. A TEST is a dotted name,
package.module.Class.method. Works with Python 3.6 and later.
"""

import os
import sys
import traceback
import unittest
from xml.sax.saxutils import quoteattr


class Recording(unittest.TestResult):
    """Keeps one line of the report per test; the subtests of a test are part of it."""

    def __init__(self):
        super().__init__()
        self.buffer = False
        self.told = {}

    def startTest(self, test):
        super().startTest(test)
        self.told.setdefault(test.id(), None)

    def tell(self, test, kind, error=None):
        before = self.told.get(test.id())
        if before is None or before[0] == "skipped":
            self.told[test.id()] = (kind, error)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.tell(test, "failure", err)

    def addError(self, test, err):
        super().addError(test, err)
        self.tell(test, "error", err)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.tell(test, "skipped")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self.tell(test, "skipped")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.tell(test, "failure", (AssertionError, AssertionError("unexpected success"), None))

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.tell(test, "failure" if issubclass(err[0], test.failureException) else "error", err)


def printable(text):
    return "".join(c if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff") else "?"
                   for c in text)


def line(test_id, told):
    group, _, name = test_id.rpartition(".")
    head = "  <testcase classname=%s name=%s" % (quoteattr(printable(group)), quoteattr(printable(name)))
    if told is None:
        return head + "/>"
    kind, error = told
    if error is None:
        return head + "><%s/></testcase>" % kind
    message = "".join(traceback.format_exception_only(error[0], error[1])).strip()
    return head + "><%s type=%s message=%s/></testcase>" % (
        kind, quoteattr(printable(error[0].__name__)), quoteattr(printable(message)))


def suite(arguments):
    loader = unittest.defaultTestLoader
    start = "."
    if len(arguments) > 1 and arguments[0] == "--start":
        start, arguments = arguments[1], arguments[2:]
    return loader.loadTestsFromNames(arguments) if arguments else loader.discover(start, top_level_dir=".")


def main():
    folder, arguments = sys.argv[1], sys.argv[2:]
    sys.path.insert(0, os.getcwd())
    recording = Recording()
    suite(arguments).run(recording)
    lines = ["<?xml version='1.0' encoding='UTF-8'?>", "<testsuite name='unittest'>"]
    lines += [line(test, told) for test, told in sorted(recording.told.items())]
    lines.append("</testsuite>")
    draft = os.path.join(folder, "unittest.draft")
    with open(draft, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    os.rename(draft, os.path.join(folder, "unittest.xml"))
    failed = any(told is not None and told[0] != "skipped" for told in recording.told.values())
    sys.stdout.flush()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
