/**
 * Other ways to execute candidates, run beside ours on the same repository, tests and machine: PIT, a build tool started for every
 * candidate, and the bare limit of one JVM without isolation.
 */
@NullMarked
package org.elenchus.tools.cli.bench.peer;

import org.jspecify.annotations.NullMarked;
