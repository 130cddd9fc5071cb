/** Primes by Eratosthenes's sieve. */
package org.peaberry.bench.kernels;

final class Sieve implements Kernel {
    private static final int LIMIT = 500_000;

    private final boolean[] composite = new boolean[LIMIT];

    @Override
    public long run() {
        for (int i = 0; i < LIMIT; i++) {
            composite[i] = false;
        }
        int primes = 0;
        for (int i = 2; i < LIMIT; i++) {
            if (!composite[i]) {
                primes++;
                for (long j = (long) i * i; j < LIMIT; j += i) {
                    composite[(int) j] = true;
                }
            }
        }
        return primes;
    }
}
