/**
 * Running a repository's suite until it is known which tests can be trusted.
 * Decisions are pure; one small shell talks to the sandbox.
 */
@NullMarked
package org.elenchus.tools.mining.suite;

import org.jspecify.annotations.NullMarked;
