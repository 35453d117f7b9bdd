/**
 * The command line: what a person types, and what it prints.
 * The packages below it: the node that is started, history read back, reports, tasks as patches, and what the machine offers.
 */
@NullMarked
package org.elenchus.tools.cli;

import org.jspecify.annotations.NullMarked;
