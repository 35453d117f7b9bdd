/**
 * What is measured with: a seeded, uniform sample of the edits that operators offer at places a trusted test reaches.
 * The same seed and repository give the same sample.
 */
@NullMarked
package org.elenchus.tools.cli.bench.sample;

import org.jspecify.annotations.NullMarked;
