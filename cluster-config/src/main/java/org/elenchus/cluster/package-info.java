/**
 * How nodes become a cluster: configuration by profile, and joining.
 * The embedded profile is a cluster of one.
 */
@NullMarked
package org.elenchus.cluster;

import org.jspecify.annotations.NullMarked;
