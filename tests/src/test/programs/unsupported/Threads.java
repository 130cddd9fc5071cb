/** A thread. */
package unsupported;

public final class Threads {
    static final class Task implements Runnable {
        @Override
        public void run() {
        }
    }

    static void run(int x) {
        Thread thread = new Thread(new Task()); //! error Thread
        thread.start();
    }

    public static void main(String[] arguments) {
        run(arguments.length);
    }
}
