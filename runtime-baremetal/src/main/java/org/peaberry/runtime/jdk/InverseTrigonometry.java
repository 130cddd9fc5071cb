/** The angles of sines, cosines and tangents. */
package org.peaberry.runtime.jdk;

/**
 * All lead to the angle y of a tangent t of which two parts are known. A first y comes from a short series; what it lacks is d, with
 * tan d = (t cos y - sin y) / (cos y + t sin y), and so small that it is its tangent.
 */
final class InverseTrigonometry {
    private static final double HALF_PI_LOW = 6.123233995736766e-17;
    private static final double PI_LOW = 2 * HALF_PI_LOW;
    /** The next tangent has an angle that rounds to a right one. */
    private static final double STEEPEST = 0x1p60;
    private static final int TERMS = 7;

    private InverseTrigonometry() {
    }

    static double tangent(double tangent) {
        return tangent == 0 || Double.isNaN(tangent) ? tangent : ofTangent(new TwoPartDouble(tangent, 0)).high();
    }

    static double sine(double sine) {
        if (sine == 0 || !(Math.abs(sine) < 1)) {
            return sine == 0 ? sine : Math.abs(sine) == 1 ? sine * (Math.PI / 2) : Double.NaN;
        }
        return ofTangent(new TwoPartDouble(sine, 0).over(other(sine))).high();
    }

    static double cosine(double cosine) {
        if (!(Math.abs(cosine) < 1)) {
            return cosine == 1 ? 0 : cosine == -1 ? Math.PI : Double.NaN;
        }
        if (Math.abs(cosine) < 1 / STEEPEST) {
            return Math.PI / 2;
        }
        TwoPartDouble angle = ofTangent(other(cosine).over(new TwoPartDouble(cosine, 0)));
        return cosine > 0 ? angle.high() : Math.PI + (angle.high() + (angle.low() + PI_LOW));
    }

    /** The angle from the positive x axis to a point. */
    static double ofPoint(double y, double x) {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double size = Math.abs(x) == Double.POSITIVE_INFINITY || Math.abs(y) == Double.POSITIVE_INFINITY || x == 0 || y == 0
                ? onAxis(Math.abs(y), Math.abs(x), isNegative(x)) : ofFinite(Math.abs(y), Math.abs(x), x < 0);
        return Math.copySign(size, y);
    }

    private static boolean isNegative(double value) {
        return Double.doubleToRawLongBits(value) < 0;
    }

    /** For zeros and what is infinite. */
    private static double onAxis(double y, double x, boolean isLeft) {
        if (y == x) {
            return y == 0 ? isLeft ? Math.PI : 0 : isLeft ? 3 * Math.PI / 4 : Math.PI / 4;
        }
        return y > x ? Math.PI / 2 : isLeft ? Math.PI : 0;
    }

    private static double ofFinite(double y, double x, boolean isLeft) {
        int distance = Math.getExponent(y) - Math.getExponent(x);
        if (distance > Double.MAX_EXPONENT / 2 || distance < -Double.MAX_EXPONENT / 2) {
            return distance > 0 ? Math.PI / 2 : isLeft ? Math.PI : y / x;
        }
        int exponent = -Math.getExponent(x);
        TwoPartDouble tangent = new TwoPartDouble(Math.scalb(y, exponent), 0).over(new TwoPartDouble(Math.scalb(x, exponent), 0));
        TwoPartDouble angle = ofTangent(tangent);
        return isLeft ? Math.PI - (angle.high() + (angle.low() - PI_LOW)) : angle.high();
    }

    /** The cosine that belongs to a sine: the root of 1 - x^2. */
    private static TwoPartDouble other(double x) {
        double square = x * x;
        double difference = 1 - square;
        return TwoPartDouble.ofSum(difference, 1 - difference - square - Rounding.lostByProduct(x, x)).squareRoot();
    }

    private static TwoPartDouble ofTangent(TwoPartDouble tangent) {
        double t = tangent.high();
        if (Math.abs(t) > STEEPEST) {
            return new TwoPartDouble(Math.copySign(Math.PI / 2, t), Math.copySign(HALF_PI_LOW, t));
        }
        double first = Math.copySign(estimate(Math.abs(t)), t);
        QuarterTurns turns = QuarterTurns.of(first);
        TwoPartDouble sine = Trigonometry.sine(turns);
        TwoPartDouble cosine = Trigonometry.cosine(turns);
        if (turns.count() != 0) {
            // One right angle more or less: first is at most one.
            TwoPartDouble other = sine;
            sine = turns.count() == 1 ? cosine : new TwoPartDouble(-cosine.high(), -cosine.low());
            cosine = turns.count() == 1 ? new TwoPartDouble(-other.high(), -other.low()) : other;
        }
        return TwoPartDouble.ofSum(first, missing(tangent, sine, cosine));
    }

    private static double missing(TwoPartDouble tangent, TwoPartDouble sine, TwoPartDouble cosine) {
        double t = tangent.high();
        double product = t * cosine.high();
        double lost = Rounding.lostByProduct(t, cosine.high()) + t * cosine.low() + tangent.low() * cosine.high();
        return (product - sine.high() + (lost - sine.low())) / (cosine.high() + t * sine.high());
    }

    /** Right to 1e-11; the angle is halved twice, so that the series is short. */
    private static double estimate(double tangent) {
        if (tangent > 1) {
            return Math.PI / 2 - estimate(1 / tangent);
        }
        double quarter = half(half(tangent));
        double square = quarter * quarter;
        double sum = 0;
        for (int i = TERMS; i >= 0; i--) {
            sum = 1.0 / (2 * i + 1) - sum * square;
        }
        return 4 * quarter * sum;
    }

    private static double half(double tangent) {
        return tangent / (1 + Math.sqrt(1 + tangent * tangent));
    }
}
