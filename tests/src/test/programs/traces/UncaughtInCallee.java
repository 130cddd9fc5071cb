/** The trace of an exception that nobody catches. */
package traces;

//! exit 1
public final class UncaughtInCallee {
    static final class Account {
        private int balance;

        void take(int amount) {
            if (amount > balance) {
                throw new IllegalStateException("balance is " + balance);
            }
            balance -= amount;
        }
    }

    static void spend(Account account, int... amounts) {
        for (int amount : amounts) {
            account.take(amount);
        }
    }

    public static void main(String[] arguments) {
        Account account = new Account();
        account.balance = 10;
        spend(account, 3, 4);
        System.out.println(account.balance); //= 3
        spend(account,
                1,
                5);
    }
}
