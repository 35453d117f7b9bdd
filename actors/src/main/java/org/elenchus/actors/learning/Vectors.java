package org.elenchus.actors.learning;

/** Sums over dense vectors, always from the first element to the last. */
final class Vectors {
    private Vectors() {}

    /** Adds {@code factor · from} to {@code to}. */
    static void addScaled(double[] to, double factor, double[] from) {
        if (to.length != from.length) {
            throw new IllegalArgumentException("vectors of " + to.length + " and " + from.length + " elements");
        }
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * from[i];
        }
    }

    static double dot(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("vectors of " + a.length + " and " + b.length + " elements");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Euclidean norm. */
    static double norm(double[] v) {
        return StrictMath.sqrt(dot(v, v));
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    /** Sample standard deviation (n − 1); 0 for fewer than two values. */
    static double sampleDeviation(double[] values) {
        if (values.length < 2) {
            return 0;
        }
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(squares / (values.length - 1));
    }
}
