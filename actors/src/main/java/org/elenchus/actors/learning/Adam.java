package org.elenchus.actors.learning;

import org.elenchus.protocol.learning.LearningSettings;

/**
 * Adam with bias correction (Kingma and Ba, algorithm 1): β1 = 0.9, β2 = 0.999, and an ε that may be larger than usual: it damps what the gradient
 * hardly tells of. Mutable.
 */
final class Adam {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;

    private final double learningRate;
    private final double epsilon;
    private final double[] first;
    private final double[] second;
    private double beta1Power = 1;
    private double beta2Power = 1;

    Adam(int size, LearningSettings settings) {
        this.learningRate = settings.learningRate();
        this.epsilon = settings.epsilon();
        this.first = new double[size];
        this.second = new double[size];
    }

    /** The weights after one step down the gradient. */
    double[] step(double[] weights, double[] gradient) {
        beta1Power *= BETA1;
        beta2Power *= BETA2;
        double[] next = weights.clone();
        for (int i = 0; i < next.length; i++) {
            first[i] = BETA1 * first[i] + (1 - BETA1) * gradient[i];
            second[i] = BETA2 * second[i] + (1 - BETA2) * gradient[i] * gradient[i];
            double mean = first[i] / (1 - beta1Power);
            double deviation = StrictMath.sqrt(second[i] / (1 - beta2Power));
            next[i] -= learningRate * mean / (deviation + epsilon);
        }
        return next;
    }
}
