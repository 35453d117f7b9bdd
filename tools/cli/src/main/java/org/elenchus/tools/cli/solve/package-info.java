/**
 * Repairs failing tests in the user's own project with a trained policy.
 * Tests are never changed; what is suggested has been executed against all tests that reach it.
 */
@NullMarked
package org.elenchus.tools.cli.solve;

import org.jspecify.annotations.NullMarked;
