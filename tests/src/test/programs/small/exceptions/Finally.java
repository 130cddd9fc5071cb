/** finally runs on every way out. */
package small.exceptions;

public final class Finally {
    static StringBuilder log = new StringBuilder();

    static int run(int kind) {
        for (int i = 0; i < 3; i++) {
            try {
                log.append('t').append(i);
                if (kind == 0) {
                    return i;
                }
                if (kind == 1) {
                    continue;
                }
                if (kind == 2) {
                    break;
                }
                throw new RuntimeException();
            } finally {
                log.append('f');
            }
        }
        return -1;
    }

    public static void main(String[] arguments) {
        System.out.println(run(0) + " " + log); //= 0 t0f
        log.setLength(0);
        System.out.println(run(1) + " " + log); //= -1 t0ft1ft2f
        log.setLength(0);
        System.out.println(run(2) + " " + log); //= -1 t0f
        log.setLength(0);
        try {
            run(3);
        } catch (RuntimeException e) {
            System.out.println("thrown " + log); //= thrown t0f
        }
    }
}
