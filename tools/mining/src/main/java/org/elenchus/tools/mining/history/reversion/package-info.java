/**
 * Training tasks out of release history: hunks of the difference between two releases, taken back as they come. Which of them break
 * anything is for the gates to find out.
 */
@NullMarked
package org.elenchus.tools.mining.history.reversion;

import org.jspecify.annotations.NullMarked;
