/**
 * The broken state of a task, the problem a solver sees of it, and the rewards of what the solver submits.
 * The grader trusts nothing in a submission: it allow-lists what may change and runs the verifier itself.
 */
@NullMarked
package org.elenchus.actors.grading;

import org.jspecify.annotations.NullMarked;
