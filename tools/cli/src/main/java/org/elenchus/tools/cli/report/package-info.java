/**
 * What a run is reported as: tables for people, JSON for scripts, and how long it took.
 * Pure but for the two files it writes, each whole or not at all.
 */
@NullMarked
package org.elenchus.tools.cli.report;

import org.jspecify.annotations.NullMarked;
