/** Exception classes with fields and a hierarchy. */
package small.exceptions;

public final class CustomExceptions {
    static class AppException extends Exception {
        private static final long serialVersionUID = 1;
        final int code;

        AppException(String message, int code) {
            super(message);
            this.code = code;
        }
    }

    static final class Fatal extends AppException {
        private static final long serialVersionUID = 1;

        Fatal(int code) {
            super("fatal", code);
        }

        @Override
        public String getMessage() {
            return super.getMessage() + "!";
        }
    }

    static void run(int n) throws AppException {
        if (n > 10) {
            throw new Fatal(n);
        }
        if (n > 5) {
            throw new AppException("large", n);
        }
    }

    public static void main(String[] arguments) {
        int[] inputs = {1, 6, 11};
        for (int n : inputs) {
            try {
                run(n);
                System.out.println("fine");
            } catch (Fatal e) {
                System.out.println("fatal " + e.code + " " + e.getMessage());
            } catch (AppException e) {
                System.out.println(e.getMessage() + " " + e.code + " " + e);
            }
        }
    }
}
