package org.elenchus.actors.learning;

import java.util.List;

/** How far a task's gradient points where the trusted validation tasks point (Socratic-SWE, gradient alignment). */
public final class Alignment {
    private Alignment() {}

    /**
     * G_v: the mean of the validation tasks' gradients, in the order given. A task without signal counts as zero: the direction is the
     * same as without it, and ‖G_v‖ falls with the share of tasks that say nothing.
     *
     * @param gradients at least one, of equal length
     */
    public static double[] anchor(List<double[]> gradients) {
        if (gradients.isEmpty()) {
            throw new IllegalArgumentException("an anchor needs the gradient of at least one validation task");
        }
        double[] mean = new double[gradients.get(0).length];
        for (double[] gradient : gradients) {
            Vectors.addScaled(mean, 1, gradient);
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= gradients.size();
        }
        return mean;
    }

    /** cos(g, G_v) in −1..1; 0 where either is zero. */
    public static double cosine(double[] gradient, double[] anchor) {
        double norms = Vectors.norm(gradient) * Vectors.norm(anchor);
        double dot = Vectors.dot(gradient, anchor);
        return norms == 0 ? 0 : Math.clamp(dot / norms, -1.0, 1.0);
    }
}
