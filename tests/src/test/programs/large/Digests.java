/** SHA-256, CRC-32, Adler-32, base 64 and a compressor of the LZ77 family, over generated data. */
package large;

public final class Digests {
    static final class Sha256 {
        private static final int BLOCK = 64;
        private static final int[] K = fractions(64, true);

        private final int[] state = fractions(8, false);
        private final byte[] block = new byte[BLOCK];
        private long length;

        /** The first 32 bits of the fractions of cube or square roots of the first primes (FIPS 180-4, §4.2.2 and §5.3.3). */
        private static int[] fractions(int count, boolean cube) {
            int[] result = new int[count];
            int found = 0;
            for (int n = 2; found < count; n++) {
                boolean prime = true;
                for (int d = 2; d * d <= n; d++) {
                    prime &= n % d != 0;
                }
                if (prime) {
                    result[found++] = root(n, cube);
                }
            }
            return result;
        }

        private static int root(int n, boolean cube) {
            long root = 0;
            for (long bit = 1L << 36; bit > 0; bit >>= 1) {
                long candidate = root | bit;
                if (fits(candidate, n, cube)) {
                    root = candidate;
                }
            }
            return (int) root;
        }

        /** Whether (c / 2^32)^2 or ^3 is at most n, computed in 16-bit digits. */
        private static boolean fits(long c, int n, boolean cube) {
            int[] a = digits(c);
            int[] power = multiply(a, a);
            int scale = 4;
            if (cube) {
                power = multiply(power, a);
                scale = 6;
            }
            long whole = 0;
            for (int i = power.length - 1; i >= scale; i--) {
                whole = whole << 16 | power[i];
            }
            return whole < n;
        }

        private static int[] digits(long c) {
            return new int[] {(int) (c & 0xffff), (int) (c >>> 16 & 0xffff), (int) (c >>> 32)};
        }

        private static int[] multiply(int[] a, int[] b) {
            int[] product = new int[a.length + b.length];
            for (int i = 0; i < a.length; i++) {
                long carry = 0;
                for (int j = 0; j < b.length; j++) {
                    long t = (long) a[i] * b[j] + product[i + j] + carry;
                    product[i + j] = (int) (t & 0xffff);
                    carry = t >>> 16;
                }
                product[i + b.length] = (int) carry;
            }
            return product;
        }

        void update(byte b) {
            block[(int) (length++ % BLOCK)] = b;
            if (length % BLOCK == 0) {
                compress();
            }
        }

        private void compress() {
            int[] w = new int[64];
            for (int i = 0; i < 16; i++) {
                w[i] = block[4 * i] << 24 | (block[4 * i + 1] & 0xff) << 16 | (block[4 * i + 2] & 0xff) << 8 | block[4 * i + 3] & 0xff;
            }
            for (int i = 16; i < 64; i++) {
                int s0 = Integer.rotateRight(w[i - 15], 7) ^ Integer.rotateRight(w[i - 15], 18) ^ w[i - 15] >>> 3;
                int s1 = Integer.rotateRight(w[i - 2], 17) ^ Integer.rotateRight(w[i - 2], 19) ^ w[i - 2] >>> 10;
                w[i] = w[i - 16] + s0 + w[i - 7] + s1;
            }
            int a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
            for (int i = 0; i < 64; i++) {
                int s1 = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
                int t1 = h + s1 + (e & f ^ ~e & g) + K[i] + w[i];
                int s0 = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
                int t2 = s0 + (a & b ^ a & c ^ b & c);
                h = g;
                g = f;
                f = e;
                e = d + t1;
                d = c;
                c = b;
                b = a;
                a = t1 + t2;
            }
            int[] sums = {a, b, c, d, e, f, g, h};
            for (int i = 0; i < 8; i++) {
                state[i] += sums[i];
            }
        }

        String finish() {
            long bits = length * 8;
            update((byte) 0x80);
            while (length % BLOCK != BLOCK - 8) {
                update((byte) 0);
            }
            for (int shift = 56; shift >= 0; shift -= 8) {
                update((byte) (bits >>> shift));
            }
            StringBuilder text = new StringBuilder();
            for (int s : state) {
                for (int shift = 28; shift >= 0; shift -= 4) {
                    text.append(Character.forDigit(s >>> shift & 15, 16));
                }
            }
            return text.toString();
        }
    }

    static final class Checksums {
        private static final int[] TABLE = table();

        private static int[] table() {
            int[] table = new int[256];
            for (int n = 0; n < 256; n++) {
                int c = n;
                for (int k = 0; k < 8; k++) {
                    c = (c & 1) != 0 ? 0xedb88320 ^ c >>> 1 : c >>> 1;
                }
                table[n] = c;
            }
            return table;
        }

        static int crc32(byte[] data) {
            int c = -1;
            for (byte b : data) {
                c = TABLE[(c ^ b) & 0xff] ^ c >>> 8;
            }
            return ~c;
        }

        static int adler32(byte[] data) {
            int a = 1;
            int b = 0;
            for (byte x : data) {
                a = (a + (x & 0xff)) % 65521;
                b = (b + a) % 65521;
            }
            return b << 16 | a;
        }
    }

    static final class Base64 {
        private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

        static String encode(byte[] data) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < data.length; i += 3) {
                int bits = 0;
                for (int k = 0; k < 3; k++) {
                    bits = bits << 8 | (i + k < data.length ? data[i + k] & 0xff : 0);
                }
                for (int k = 0; k < 4; k++) {
                    text.append(i + k > data.length ? '=' : ALPHABET.charAt(bits >> 18 - 6 * k & 63));
                }
            }
            return text.toString();
        }
    }

    /** Tokens: a literal byte after a zero, or a distance (two bytes) and a length. */
    static final class Lz {
        private static final int MINIMUM = 4;
        private static final int HASHES = 1 << 12;

        static byte[] compress(byte[] in) {
            byte[] out = new byte[2 * in.length];
            int[] last = new int[HASHES];
            int size = 0;
            for (int i = 0; i < in.length;) {
                int length = 0;
                int distance = 0;
                if (i + MINIMUM <= in.length) {
                    int hash = (in[i] * 0x9e3779b1 ^ in[i + 1] * 0x85ebca6b ^ in[i + 2] * 0xc2b2ae35 ^ in[i + 3]) >>> 20;
                    distance = i + 1 - last[hash];
                    last[hash] = i + 1;
                    while (distance <= i && distance < 65536 && length < 255 && i + length < in.length && in[i + length] == in[i + length - distance]) {
                        length++;
                    }
                }
                if (length >= MINIMUM) {
                    out[size++] = (byte) length;
                    out[size++] = (byte) (distance >> 8);
                    out[size++] = (byte) distance;
                    i += length;
                } else {
                    out[size++] = 0;
                    out[size++] = in[i++];
                }
            }
            return java.util.Arrays.copyOf(out, size);
        }

        static byte[] expand(byte[] in, int size) {
            byte[] out = new byte[size];
            int at = 0;
            for (int i = 0; i < in.length;) {
                int length = in[i] & 0xff;
                if (length == 0) {
                    out[at++] = in[i + 1];
                    i += 2;
                } else {
                    int distance = (in[i + 1] & 0xff) << 8 | in[i + 2] & 0xff;
                    for (int k = 0; k < length; k++, at++) {
                        out[at] = out[at - distance];
                    }
                    i += 3;
                }
            }
            return out;
        }
    }

    private static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }

    private static byte[] generated(int size, int period) {
        byte[] data = new byte[size];
        int x = 12345;
        for (int i = 0; i < size; i++) {
            x = x * 1103515245 + 12345;
            data[i] = i % period < period / 2 ? (byte) (i % 23) : (byte) (x >>> 16);
        }
        return data;
    }

    private static void digest(byte[] data) {
        Sha256 sha = new Sha256();
        for (byte b : data) {
            sha.update(b);
        }
        System.out.println(sha.finish() + " " + Integer.toHexString(Checksums.crc32(data)) + " " + Integer.toHexString(Checksums.adler32(data)));
        //= e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 1
        //= ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad 352441c2 24d0127
        //= 248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1 171a3f5f 807416f9
        //= b3fb8a8b9bd00b9eb15c5d38d041f96d773295d73629731a722e07cfa6ac95ee f17c01a8 3c46b099
    }

    public static void main(String[] arguments) {
        digest(bytes(""));
        digest(bytes("abc"));
        digest(bytes("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"));
        digest(generated(10_000, 100));
        String[] texts = {"", "f", "fo", "foo", "foob", "fooba", "foobar"};
        for (String text : texts) {
            System.out.println(Base64.encode(bytes(text)) + ".");
            //= .
            //= Zg==.
            //= Zm8=.
            //= Zm9v.
            //= Zm9vYg==.
            //= Zm9vYmE=.
            //= Zm9vYmFy.
        }
        int[] periods = {2, 50, 1000, 20_000};
        for (int period : periods) {
            byte[] data = generated(20_000, period);
            byte[] packed = Lz.compress(data);
            byte[] unpacked = Lz.expand(packed, data.length);
            System.out.println(period + " " + packed.length + " " + Integer.toHexString(Checksums.crc32(packed)) + " " + (Checksums.crc32(unpacked) == Checksums.crc32(data)));
            //= 2 39924 5992b093 true
            //= 50 22075 429d81cf true
            //= 1000 20240 ca9e6803 true
            //= 20000 20166 51c9ddd7 true
        }
        try {
            Lz.expand(new byte[] {5, 0, 9}, 10);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(e.getMessage()); //= Index -9 out of bounds for length 10
        }
    }
}
