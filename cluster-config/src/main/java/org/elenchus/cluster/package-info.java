/**
 * How nodes become a cluster: configuration by profile, joining, and what keeps strangers out.
 * The embedded profile is a cluster of one.
 */
@NullMarked
package org.elenchus.cluster;

import org.jspecify.annotations.NullMarked;
