/** continue and break through finally blocks of outer loops. */
package small.exceptions;

public final class LabeledFinally {
    public static void main(String[] arguments) {
        StringBuilder log = new StringBuilder();
        outer:
        for (int i = 0; i < 4; i++) {
            try {
                for (int j = 0; j < 4; j++) {
                    try {
                        if (j == 1) {
                            continue;
                        }
                        if (j == 2 && i == 1) {
                            continue outer;
                        }
                        if (i == 3) {
                            break outer;
                        }
                        log.append(i).append(j);
                    } finally {
                        log.append('f');
                    }
                }
            } finally {
                log.append('F');
            }
        }
        System.out.println(log); //= 00ff02f03fF10fffF20ff22f23fFfF
    }
}
