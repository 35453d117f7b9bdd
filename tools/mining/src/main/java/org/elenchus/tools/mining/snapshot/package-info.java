/**
 * Snapshots on disk: named by the digest of their content, whole or absent.
 * Staging, publishing, locking and recalling them.
 */
@NullMarked
package org.elenchus.tools.mining.snapshot;

import org.jspecify.annotations.NullMarked;
