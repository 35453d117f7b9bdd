/**
 * Tasks that people write by hand: a diff that breaks a repository, judged by the four gates.
 * The same gates, sandboxes and stores as in a run; no node is needed.
 */
@NullMarked
package org.elenchus.tools.cli.check;

import org.jspecify.annotations.NullMarked;
