/**
 * What Maven knows: settings, artifacts, effective POMs and class paths,
 * resolved by Maven's own libraries as the user's machine is set up.
 */
@NullMarked
package org.elenchus.tools.mining.maven;

import org.jspecify.annotations.NullMarked;
