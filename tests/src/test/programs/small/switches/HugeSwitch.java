/** A switch with many cases that all compute something else. */
package small.switches;

public final class HugeSwitch {
    static int step(int op, int a, int b) {
        switch (op) {
            case 0: return a + b;
            case 1: return a - b;
            case 2: return a * b;
            case 3: return a / (b | 1);
            case 4: return a % (b | 1);
            case 5: return a & b;
            case 6: return a | b;
            case 7: return a ^ b;
            case 8: return a << b;
            case 9: return a >> b;
            case 10: return a >>> b;
            case 11: return ~a;
            case 12: return -b;
            case 13: return a < b ? a : b;
            case 14: return a > b ? a : b;
            case 15: return Integer.bitCount(a);
            case 16: return a * 31 + b;
            case 17: return (byte) a;
            case 18: return (char) b;
            default: return a + op;
        }
    }

    public static void main(String[] arguments) {
        int x = 12345;
        for (int i = 0; i < 200; i++) {
            x = step(i % 20, x, i * 7919);
        }
        System.out.println(x); //= 60653
        for (int op = 0; op < 20; op++) {
            System.out.println(step(op, 1000, -3));
            //= 997
            //= 1003
            //= -3000
            //= -333
            //= 1
            //= 1000
            //= -3
            //= -1003
            //= 0
            //= 0
            //= 0
            //= -1001
            //= 3
            //= -3
            //= 1000
            //= 6
            //= 30997
            //= -24
            //= 65533
            //= 1019
        }
    }
}
