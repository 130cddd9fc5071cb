/** Commons Math: linear algebra, transforms, integration, statistics, exact fractions and random numbers. */
package libraries;

import org.apache.commons.math3.analysis.integration.SimpsonIntegrator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.primes.Primes;
import org.apache.commons.math3.random.MersenneTwister;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.apache.commons.math3.util.FastMath;

public final class CommonsMathNumerics {
    private static final int SIZE = 8;

    private static RealMatrix matrix(MersenneTwister random) {
        RealMatrix matrix = new Array2DRowRealMatrix(SIZE, SIZE);
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j <= i; j++) {
                double value = random.nextGaussian();
                matrix.setEntry(i, j, value);
                matrix.setEntry(j, i, value);
            }
        }
        return matrix;
    }

    private static void algebra(MersenneTwister random) {
        RealMatrix matrix = matrix(random);
        LUDecomposition lu = new LUDecomposition(matrix);
        System.out.println("determinant " + lu.getDeterminant() + " trace " + matrix.multiply(lu.getSolver().getInverse()).getTrace());
        System.out.println("qr " + new QRDecomposition(matrix).getR().getNorm() + " svd " + new SingularValueDecomposition(matrix).getConditionNumber());
        for (double value : new EigenDecomposition(matrix).getRealEigenvalues()) {
            System.out.println("eigenvalue " + value);
        }
        try {
            new LUDecomposition(new Array2DRowRealMatrix(3, 3)).getSolver().getInverse();
        } catch (SingularMatrixException e) {
            System.out.println("singular");
        }
    }

    private static void analysis() {
        System.out.println(new SimpsonIntegrator().integrate(100000, x -> FastMath.sin(x) * FastMath.exp(-x / 3), 0, 10));
        System.out.println(new BrentSolver(1e-12).solve(1000, x -> FastMath.cos(x) - x, 0, 1));
        double[] x = new double[12];
        double[] y = new double[12];
        for (int i = 0; i < 12; i++) {
            x[i] = i;
            y[i] = FastMath.atan(i - 5) + FastMath.cbrt(i);
        }
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(x, y);
        System.out.println(spline.value(3.3) + " " + spline.derivative().value(7.7));
        System.out.println(Gamma.logGamma(12.5) + " " + Gamma.digamma(0.3) + " " + new NormalDistribution(1, 2).cumulativeProbability(2.5));
    }

    private static void numbers(MersenneTwister random) {
        BigFraction harmonic = BigFraction.ZERO;
        for (int i = 1; i <= 60; i++) {
            harmonic = harmonic.add(new BigFraction(1, i));
        }
        System.out.println(harmonic + " " + harmonic.doubleValue());
        System.out.println(Primes.nextPrime(1_000_000) + " " + Primes.primeFactors(1234567890) + " " + new Complex(1, -2).sqrt().exp());
        Complex[] signal = new Complex[64];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = new Complex(random.nextDouble(), random.nextInt(10));
        }
        Complex[] transformed = new FastFourierTransformer(DftNormalization.STANDARD).transform(signal, TransformType.FORWARD);
        System.out.println(transformed[0] + " " + transformed[13]);
    }

    private static void statistics(MersenneTwister random) {
        DescriptiveStatistics statistics = new DescriptiveStatistics();
        SimpleRegression line = new SimpleRegression();
        for (int i = 0; i < 1000; i++) {
            double value = random.nextGaussian() * 3 + i / 100.0;
            statistics.addValue(value);
            line.addData(i, value);
        }
        System.out.println(statistics.getMean() + " " + statistics.getStandardDeviation() + " " + statistics.getPercentile(90) + " " + statistics.getKurtosis());
        System.out.println(line.getSlope() + " " + line.getIntercept() + " " + line.getRSquare() + " " + line.getSignificance());
    }

    public static void main(String[] arguments) {
        MersenneTwister random = new MersenneTwister(20240101L);
        algebra(random);
        analysis();
        numbers(random);
        statistics(random);
    }
}
