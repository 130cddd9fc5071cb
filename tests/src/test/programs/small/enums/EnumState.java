/** A state machine. */
package small.enums;

public final class EnumState {
    enum State {
        START, NUMBER, DONE, ERROR;

        State next(char c) {
            switch (this) {
                case START:
                case NUMBER:
                    if (c >= '0' && c <= '9') {
                        return NUMBER;
                    }
                    return c == ';' && this == NUMBER ? DONE : ERROR;
                default:
                    return ERROR;
            }
        }
    }

    static State run(String text) {
        State state = State.START;
        for (int i = 0; i < text.length(); i++) {
            state = state.next(text.charAt(i));
        }
        return state;
    }

    public static void main(String[] arguments) {
        System.out.println(run("123;") + " " + run("12") + " " + run(";") + " " + run("1;;") + " " + run("")); //= DONE NUMBER ERROR ERROR START
    }
}
