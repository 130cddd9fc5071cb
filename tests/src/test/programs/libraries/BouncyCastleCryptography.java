/** Bouncy Castle: digests, ciphers, message authentication and signatures over a text of Debian. */
package libraries;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA3Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.WhirlpoolDigest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.ChaChaEngine;
import org.bouncycastle.crypto.engines.SerpentEngine;
import org.bouncycastle.crypto.engines.TwofishEngine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.macs.Poly1305;
import org.bouncycastle.crypto.modes.CBCBlockCipher;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.paddings.PaddedBufferedBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.bouncycastle.util.encoders.Base64;
import org.bouncycastle.util.encoders.Hex;

public final class BouncyCastleCryptography {
    private static final byte[] TEXT = read("/usr/share/common-licenses/GPL-3");

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void digest(Digest digest) {
        digest.update(TEXT, 0, TEXT.length);
        byte[] result = new byte[digest.getDigestSize()];
        digest.doFinal(result, 0);
        System.out.println(digest.getAlgorithmName() + " " + Hex.toHexString(result));
    }

    private static byte[] key(int length) {
        byte[] key = new byte[length];
        for (int i = 0; i < length; i++) {
            key[i] = (byte) (i * 7 + 3);
        }
        return key;
    }

    private static void blockCipher(PaddedBufferedBlockCipher cipher) throws InvalidCipherTextException {
        ParametersWithIV parameters = new ParametersWithIV(new KeyParameter(key(32)), key(16));
        cipher.init(true, parameters);
        byte[] encrypted = new byte[cipher.getOutputSize(TEXT.length)];
        int length = cipher.processBytes(TEXT, 0, TEXT.length, encrypted, 0);
        length += cipher.doFinal(encrypted, length);
        cipher.init(false, parameters);
        byte[] back = new byte[cipher.getOutputSize(length)];
        int decrypted = cipher.processBytes(encrypted, 0, length, back, 0);
        decrypted += cipher.doFinal(back, decrypted);
        System.out.println(cipher.getUnderlyingCipher().getAlgorithmName() + " " + Hex.toHexString(encrypted, 1000, 32) + " " + length + " " + decrypted
                + " " + new String(back, 20, 30));
    }

    private static void authenticated() throws InvalidCipherTextException {
        GCMBlockCipher cipher = (GCMBlockCipher) GCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(true, new AEADParameters(new KeyParameter(key(16)), 128, key(12), key(20)));
        byte[] encrypted = new byte[cipher.getOutputSize(TEXT.length)];
        int length = cipher.processBytes(TEXT, 0, TEXT.length, encrypted, 0);
        length += cipher.doFinal(encrypted, length);
        System.out.println("GCM " + length + " " + Hex.toHexString(cipher.getMac()));
        encrypted[77]++;
        cipher.init(false, new AEADParameters(new KeyParameter(key(16)), 128, key(13), key(20)));
        try {
            byte[] back = new byte[TEXT.length];
            int done = cipher.processBytes(encrypted, 0, length, back, 0);
            cipher.doFinal(back, done);
        } catch (InvalidCipherTextException e) {
            System.out.println("refused: " + e.getMessage());
        }
    }

    private static void streams() {
        ChaChaEngine engine = new ChaChaEngine(20);
        engine.init(true, new ParametersWithIV(new KeyParameter(key(32)), key(8)));
        byte[] output = new byte[TEXT.length];
        engine.processBytes(TEXT, 0, TEXT.length, output, 0);
        System.out.println("ChaCha " + Hex.toHexString(output, 30000, 24));
        HMac mac = new HMac(new SHA256Digest());
        mac.init(new KeyParameter(key(40)));
        mac.update(TEXT, 0, TEXT.length);
        byte[] code = new byte[mac.getMacSize()];
        mac.doFinal(code, 0);
        System.out.println(mac.getAlgorithmName() + " " + new String(Base64.encode(code)));
        Poly1305 poly = new Poly1305();
        poly.init(new KeyParameter(key(32)));
        poly.update(TEXT, 0, TEXT.length);
        byte[] tag = new byte[16];
        poly.doFinal(tag, 0);
        System.out.println("Poly1305 " + Hex.toHexString(tag));
    }

    private static void publicKeys() {
        byte[] secret = key(32);
        byte[] open = new byte[32];
        Ed25519.generatePublicKey(secret, 0, open, 0);
        byte[] signature = new byte[64];
        Ed25519.sign(secret, 0, TEXT, 0, TEXT.length, signature, 0);
        System.out.println("Ed25519 " + Hex.toHexString(open) + " " + Hex.toHexString(signature));
        System.out.println(Ed25519.verify(signature, 0, open, 0, TEXT, 0, TEXT.length) + " " + Ed25519.verify(signature, 0, open, 0, TEXT, 0, TEXT.length - 1));
        byte[] shared = new byte[32];
        X25519.scalarMultBase(secret, 0, shared, 0);
        System.out.println("X25519 " + Hex.toHexString(shared));
        BigInteger p = BigInteger.TWO.pow(521).subtract(BigInteger.ONE);
        BigInteger q = BigInteger.TWO.pow(607).subtract(BigInteger.ONE);
        BigInteger e = BigInteger.valueOf(65537);
        BigInteger d = e.modInverse(p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE)));
        BigInteger message = new BigInteger(1, java.util.Arrays.copyOf(TEXT, 100));
        BigInteger signed = message.modPow(d, p.multiply(q));
        System.out.println("RSA " + signed.toString(36) + " " + signed.modPow(e, p.multiply(q)).equals(message));
    }

    public static void main(String[] arguments) throws Exception {
        Digest[] digests = {new MD5Digest(), new SHA1Digest(), new SHA256Digest(), new SHA512Digest(), new SHA3Digest(256), new SHA3Digest(512),
            new Blake2bDigest(512), new Blake2sDigest(256), new RIPEMD160Digest(), new WhirlpoolDigest()};
        for (Digest digest : digests) {
            digest(digest);
        }
        blockCipher(new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(AESEngine.newInstance())));
        blockCipher(new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new TwofishEngine())));
        blockCipher(new PaddedBufferedBlockCipher(CBCBlockCipher.newInstance(new SerpentEngine())));
        authenticated();
        streams();
        publicKeys();
    }
}
