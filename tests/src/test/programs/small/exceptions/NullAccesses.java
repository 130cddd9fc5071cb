/** An exception for every kind of access through null, with the locals as they were, whether a handler is there or not. */
package small.exceptions;

public final class NullAccesses {
    static class Large0 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Large1 extends Large0 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Large2 extends Large1 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Large3 extends Large2 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Large4 extends Large3 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Large5 extends Large4 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Large6 extends Large5 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Large7 extends Large6 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Large8 extends Large7 {
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20, f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39, f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58, f59, f60, f61, f62, f63;
    }

    static class Fields {
        boolean booleanField;
        byte byteField;
        short shortField;
        char charField;
        int intField;
        long longField;
        float floatField;
        double doubleField;
        String stringField;
        Fields next;
        private int secret;

        int open(int x) {
            return x + intField;
        }

        private int hidden(int x) {
            return x - secret;
        }
    }

    static final class Other extends Fields {
        @Override
        int open(int x) {
            return x * 2;
        }
    }

    interface Operation {
        int apply(int x);
    }

    static final class Increment implements Operation {
        @Override
        public int apply(int x) {
            return x + 1;
        }
    }

    static final class Doubling implements Operation {
        @Override
        public int apply(int x) {
            return x * 2;
        }
    }

    static final class Rows {
        static int done;

        /** A step that must have been made before an exception comes. */
        static int step(int x) {
            done += x;
            return x;
        }
    }

    static String readBoolean(Fields f) {
        return "" + f.booleanField;
    }

    static void writeBoolean(Fields f, int v) {
        f.booleanField = v % 2 == 0;
    }

    static void writeConstantBoolean(Fields f) {
        f.booleanField = true;
    }

    static String elementBoolean(boolean[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeBoolean(boolean[] a, int i, int v) {
        a[i] = v % 2 == 0;
        a[1] = true;
    }

    static String readByte(Fields f) {
        return "" + f.byteField;
    }

    static void writeByte(Fields f, int v) {
        f.byteField = (byte) v;
    }

    static void writeConstantByte(Fields f) {
        f.byteField = (byte) -7;
    }

    static String elementByte(byte[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeByte(byte[] a, int i, int v) {
        a[i] = (byte) v;
        a[1] = (byte) -7;
    }

    static String readShort(Fields f) {
        return "" + f.shortField;
    }

    static void writeShort(Fields f, int v) {
        f.shortField = (short) v;
    }

    static void writeConstantShort(Fields f) {
        f.shortField = (short) 300;
    }

    static String elementShort(short[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeShort(short[] a, int i, int v) {
        a[i] = (short) v;
        a[1] = (short) 300;
    }

    static String readChar(Fields f) {
        return "" + f.charField;
    }

    static void writeChar(Fields f, int v) {
        f.charField = (char) v;
    }

    static void writeConstantChar(Fields f) {
        f.charField = 'q';
    }

    static String elementChar(char[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeChar(char[] a, int i, int v) {
        a[i] = (char) v;
        a[1] = 'q';
    }

    static String readInt(Fields f) {
        return "" + f.intField;
    }

    static void writeInt(Fields f, int v) {
        f.intField = v;
    }

    static void writeConstantInt(Fields f) {
        f.intField = 42;
    }

    static String elementInt(int[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeInt(int[] a, int i, int v) {
        a[i] = v;
        a[1] = 42;
    }

    static String readLong(Fields f) {
        return "" + f.longField;
    }

    static void writeLong(Fields f, int v) {
        f.longField = v + (1L << 33);
    }

    static void writeConstantLong(Fields f) {
        f.longField = 1L << 40;
    }

    static String elementLong(long[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeLong(long[] a, int i, int v) {
        a[i] = v + (1L << 33);
        a[1] = 1L << 40;
    }

    static String readFloat(Fields f) {
        return "" + f.floatField;
    }

    static void writeFloat(Fields f, int v) {
        f.floatField = v * 0.5f;
    }

    static void writeConstantFloat(Fields f) {
        f.floatField = 1.5f;
    }

    static String elementFloat(float[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeFloat(float[] a, int i, int v) {
        a[i] = v * 0.5f;
        a[1] = 1.5f;
    }

    static String readDouble(Fields f) {
        return "" + f.doubleField;
    }

    static void writeDouble(Fields f, int v) {
        f.doubleField = v * 0.25;
    }

    static void writeConstantDouble(Fields f) {
        f.doubleField = 2.5;
    }

    static String elementDouble(double[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeDouble(double[] a, int i, int v) {
        a[i] = v * 0.25;
        a[1] = 2.5;
    }

    static String readString(Fields f) {
        return "" + f.stringField;
    }

    static void writeString(Fields f, int v) {
        f.stringField = "v" + v;
    }

    static void writeConstantString(Fields f) {
        f.stringField = "text";
    }

    static String elementString(String[] a, int i) {
        return a[i] + "," + a[1] + "," + a.length;
    }

    static void storeString(String[] a, int i, int v) {
        a[i] = "v" + v;
        a[1] = "text";
    }

    interface Attempt {
        void run() throws RuntimeException;
    }

    static void attempt(String name, Attempt attempt) {
        try {
            attempt.run();
            System.out.println(name + " passed");
        } catch (NullPointerException e) {
            System.out.println(name + " null " + Rows.done);
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println(name + " bounds");
        }
    }

    static void accesses(Fields f) {
        attempt("read boolean", () -> readBoolean(f));
        attempt("write boolean", () -> writeBoolean(f, 5));
        attempt("constant boolean", () -> writeConstantBoolean(f));
        boolean[] booleanArray = f == null ? null : new boolean[3];
        attempt("element boolean", () -> System.out.println(elementBoolean(booleanArray, 2)));
        attempt("store boolean", () -> storeBoolean(booleanArray, 2, 6));
        attempt("outside boolean", () -> storeBoolean(booleanArray, 3, 6));
        if (f != null) {
            System.out.println(readBoolean(f) + " " + elementBoolean(booleanArray, 0));
        }
        attempt("read byte", () -> readByte(f));
        attempt("write byte", () -> writeByte(f, 5));
        attempt("constant byte", () -> writeConstantByte(f));
        byte[] byteArray = f == null ? null : new byte[3];
        attempt("element byte", () -> System.out.println(elementByte(byteArray, 2)));
        attempt("store byte", () -> storeByte(byteArray, 2, 6));
        attempt("outside byte", () -> storeByte(byteArray, 3, 6));
        if (f != null) {
            System.out.println(readByte(f) + " " + elementByte(byteArray, 0));
        }
        attempt("read short", () -> readShort(f));
        attempt("write short", () -> writeShort(f, 5));
        attempt("constant short", () -> writeConstantShort(f));
        short[] shortArray = f == null ? null : new short[3];
        attempt("element short", () -> System.out.println(elementShort(shortArray, 2)));
        attempt("store short", () -> storeShort(shortArray, 2, 6));
        attempt("outside short", () -> storeShort(shortArray, 3, 6));
        if (f != null) {
            System.out.println(readShort(f) + " " + elementShort(shortArray, 0));
        }
        attempt("read char", () -> readChar(f));
        attempt("write char", () -> writeChar(f, 5));
        attempt("constant char", () -> writeConstantChar(f));
        char[] charArray = f == null ? null : new char[3];
        attempt("element char", () -> System.out.println(elementChar(charArray, 2)));
        attempt("store char", () -> storeChar(charArray, 2, 6));
        attempt("outside char", () -> storeChar(charArray, 3, 6));
        if (f != null) {
            System.out.println(readChar(f) + " " + elementChar(charArray, 0));
        }
        attempt("read int", () -> readInt(f));
        attempt("write int", () -> writeInt(f, 5));
        attempt("constant int", () -> writeConstantInt(f));
        int[] intArray = f == null ? null : new int[3];
        attempt("element int", () -> System.out.println(elementInt(intArray, 2)));
        attempt("store int", () -> storeInt(intArray, 2, 6));
        attempt("outside int", () -> storeInt(intArray, 3, 6));
        if (f != null) {
            System.out.println(readInt(f) + " " + elementInt(intArray, 0));
        }
        attempt("read long", () -> readLong(f));
        attempt("write long", () -> writeLong(f, 5));
        attempt("constant long", () -> writeConstantLong(f));
        long[] longArray = f == null ? null : new long[3];
        attempt("element long", () -> System.out.println(elementLong(longArray, 2)));
        attempt("store long", () -> storeLong(longArray, 2, 6));
        attempt("outside long", () -> storeLong(longArray, 3, 6));
        if (f != null) {
            System.out.println(readLong(f) + " " + elementLong(longArray, 0));
        }
        attempt("read float", () -> readFloat(f));
        attempt("write float", () -> writeFloat(f, 5));
        attempt("constant float", () -> writeConstantFloat(f));
        float[] floatArray = f == null ? null : new float[3];
        attempt("element float", () -> System.out.println(elementFloat(floatArray, 2)));
        attempt("store float", () -> storeFloat(floatArray, 2, 6));
        attempt("outside float", () -> storeFloat(floatArray, 3, 6));
        if (f != null) {
            System.out.println(readFloat(f) + " " + elementFloat(floatArray, 0));
        }
        attempt("read double", () -> readDouble(f));
        attempt("write double", () -> writeDouble(f, 5));
        attempt("constant double", () -> writeConstantDouble(f));
        double[] doubleArray = f == null ? null : new double[3];
        attempt("element double", () -> System.out.println(elementDouble(doubleArray, 2)));
        attempt("store double", () -> storeDouble(doubleArray, 2, 6));
        attempt("outside double", () -> storeDouble(doubleArray, 3, 6));
        if (f != null) {
            System.out.println(readDouble(f) + " " + elementDouble(doubleArray, 0));
        }
        attempt("read String", () -> readString(f));
        attempt("write String", () -> writeString(f, 5));
        attempt("constant String", () -> writeConstantString(f));
        String[] stringArray = f == null ? null : new String[3];
        attempt("element String", () -> System.out.println(elementString(stringArray, 2)));
        attempt("store String", () -> storeString(stringArray, 2, 6));
        attempt("outside String", () -> storeString(stringArray, 3, 6));
        if (f != null) {
            System.out.println(readString(f) + " " + elementString(stringArray, 0));
        }
    }

    static int farRead(Large8 large) {
        return (int) (large.f63 + ((Large0) large).f0);
    }

    static int nearRead(Large8 large) {
        return (int) (((Large0) large).f0 + large.f63);
    }

    static int farElement(int[] a) {
        return a[2000];
    }

    /** The handler sees what the local was when the access came. */
    static String locals(Fields f, int[] a, Operation operation) {
        int state = 0;
        try {
            state = 1;
            state += f.intField;
            state = 20;
            state += a.length;
            state = 300;
            a[0] = f.intField;
            state = 4000;
            state += operation.apply(a[1]);
            f.next.intField = state;
            state = 60000;
            f.next.next.intField = state;
            return "end " + state;
        } catch (NullPointerException e) {
            return "null " + state;
        } finally {
            state++;
            Rows.done = state;
        }
    }

    /** Both may be null: the first one that is accessed decides, and what was before it was done. */
    static int order(Fields one, Fields other, int[] a) {
        int result = Rows.step(1);
        try {
            result = one.intField;
            Rows.step(10);
            result += other.intField;
            Rows.step(100);
            one.intField = other.next.intField;
            Rows.step(1000);
            a[result & 1] = one.next.open(Rows.step(10000));
        } catch (NullPointerException e) {
            result = -result - 1;
        }
        return result;
    }

    /** In a loop, with handlers in each other. */
    static int chain(Fields first, int rounds) {
        int sum = 0;
        Fields at = first;
        for (int i = 0; i < rounds; i++) {
            try {
                try {
                    sum += at.intField;
                    at = at.next;
                } catch (ArithmeticException e) {
                    sum = -1;
                }
            } catch (NullPointerException e) {
                sum += 1000;
                at = first;
            }
        }
        return sum;
    }

    static int discarded(Fields f) {
        int unused = f.intField;
        return 7;
    }

    static boolean isLess(Fields f, int[] a) {
        return f.intField < a.length && f.longField == a[0] && f.byteField == 3;
    }

    static int call(Fields f, int x) {
        return f.open(x) + f.hidden(x);
    }

    static int callInterface(Operation operation, int x) {
        return operation.apply(Rows.step(x));
    }

    public static void main(String[] arguments) {
        Fields[] fields = {null, new Fields(), new Other()};
        for (Fields f : fields) {
            accesses(f);
            attempt("virtual", () -> System.out.println(call(f, 4)));
            attempt("discarded", () -> System.out.println(discarded(f)));
            attempt("less", () -> System.out.println(isLess(f, new int[1])));
            attempt("less", () -> System.out.println(isLess(f, null)));
            System.out.println(chain(f, 5));
            for (Fields other : fields) {
                if (f != null) {
                    f.next = other;
                }
                System.out.println(locals(f, null, null) + " " + locals(f, new int[2], null) + " " + locals(f, new int[2], new Increment()));
                Rows.done = 0;
                System.out.println(order(f, other, new int[2]) + " " + Rows.done);
                Rows.done = 0;
                System.out.println(order(f, other, null) + " " + Rows.done + " " + chain(f, 4));
                if (f != null) {
                    f.next = null;
                }
            }
        }
        for (Operation operation : new Operation[] {null, new Increment(), new Doubling()}) {
            Rows.done = 0;
            attempt("interface", () -> System.out.println(callInterface(operation, 9)));
        }
        attempt("far", () -> System.out.println(farRead(null)));
        attempt("near", () -> System.out.println(nearRead(null)));
        attempt("far", () -> System.out.println(farRead(new Large8()) + nearRead(new Large8())));
        attempt("far element", () -> System.out.println(farElement(null)));
        attempt("far element", () -> System.out.println(farElement(new int[2001])));
        attempt("throw", () -> {
            RuntimeException nothing = null;
            throw nothing;
        });
    }
}
