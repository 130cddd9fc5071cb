/** An enum that implements an interface. */
package small.enums;

public final class EnumInterfaces {
    interface Code {
        int code();

        default String hex() {
            return Integer.toHexString(code());
        }
    }

    enum Status implements Code {
        OK, FAILED, UNKNOWN;

        public int code() {
            return 16 * ordinal() + 10;
        }
    }

    public static void main(String[] arguments) {
        Code[] codes = Status.values();
        for (Code c : codes) {
            System.out.println(c + " " + c.hex());
            //= OK a
            //= FAILED 1a
            //= UNKNOWN 2a
        }
    }
}
