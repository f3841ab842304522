package org.pieceworks.api.training;

/**
 * What training went through.
 *
 * @param losses per step and member, before the step
 * @param gradientNorms per step and member, before clipping
 * @param seconds wall-clock time
 * @param kept per member after how many steps its parameters were kept
 */
public record TrainingLog(
    double[][] losses, double[][] gradientNorms, double seconds, int[] kept) {}
