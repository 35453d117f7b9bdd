/**
 * Which sandbox candidates run in: the options that choose it, and what becomes of the choice on this machine.
 * What is not enforced is always said.
 */
@NullMarked
package org.elenchus.tools.cli.sandbox;

import org.jspecify.annotations.NullMarked;
