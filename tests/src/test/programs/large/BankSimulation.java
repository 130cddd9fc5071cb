/** An event simulation of a bank: enums, records, sealed events, a queue of events, interest, limits and a ledger that balances. */
package large;

public final class BankSimulation {
    enum Currency {
        EUR(100), USD(100), JPY(1);

        final int units;

        Currency(int units) {
            this.units = units;
        }

        String text(long amount) {
            if (units == 1) {
                return amount + " " + this;
            }
            long cents = Math.abs(amount % units);
            return (amount < 0 ? "-" : "") + Math.abs(amount / units) + (cents < 10 ? ".0" : ".") + cents + " " + this;
        }
    }

    enum Kind {
        CHECKING {
            @Override
            long limit() {
                return -50_000;
            }
        },
        SAVINGS {
            @Override
            int interest() {
                return 3;
            }
        },
        LOAN {
            @Override
            long limit() {
                return -10_000_000;
            }

            @Override
            int interest() {
                return 7;
            }
        };

        long limit() {
            return 0;
        }

        int interest() {
            return 0;
        }
    }

    sealed interface Event permits Transfer, Deposit, Withdrawal, MonthEnd, Freeze {
        int time();
    }

    record Transfer(int time, int from, int to, long amount) implements Event {
    }

    record Deposit(int time, int to, long amount) implements Event {
    }

    record Withdrawal(int time, int from, long amount) implements Event {
    }

    record MonthEnd(int time, int month) implements Event {
    }

    record Freeze(int time, int account, boolean frozen) implements Event {
    }

    static class BankException extends Exception {
        private static final long serialVersionUID = 1;

        BankException(String message) {
            super(message);
        }
    }

    static final class LimitException extends BankException {
        private static final long serialVersionUID = 1;
        final long missing;

        LimitException(int account, long missing) {
            super("account " + account + " is over its limit");
            this.missing = missing;
        }
    }

    static final class Account {
        final int number;
        final Kind kind;
        final Currency currency;
        private long balance;
        private boolean frozen;
        private int refused;

        Account(int number, Kind kind, Currency currency) {
            this.number = number;
            this.kind = kind;
            this.currency = currency;
        }

        void change(long amount) throws BankException {
            if (frozen) {
                refused++;
                throw new BankException("account " + number + " is frozen");
            }
            if (amount < 0 && balance + amount < kind.limit()) {
                refused++;
                throw new LimitException(number, kind.limit() - balance - amount);
            }
            balance += amount;
        }

        long interest() {
            return balance * kind.interest() / 1200;
        }

        @Override
        public String toString() {
            return number + " " + kind + " " + currency.text(balance) + (frozen ? " frozen" : "") + (refused > 0 ? " refused " + refused : "");
        }
    }

    /** Events in the order of their time; those of one time in the order they were added. */
    static final class Schedule {
        private record Entry(Event event, int order) {
            boolean isBefore(Entry other) {
                return event.time() != other.event.time() ? event.time() < other.event.time() : order < other.order;
            }
        }

        private Entry[] heap = new Entry[8];
        private int size;
        private int added;

        void add(Event event) {
            if (size == heap.length) {
                heap = java.util.Arrays.copyOf(heap, 2 * size);
            }
            Entry entry = new Entry(event, added++);
            int i = size++;
            for (; i > 0 && entry.isBefore(heap[(i - 1) >> 1]); i = (i - 1) >> 1) {
                heap[i] = heap[(i - 1) >> 1];
            }
            heap[i] = entry;
        }

        Event next() {
            if (size == 0) {
                return null;
            }
            Event first = heap[0].event();
            Entry last = heap[--size];
            heap[size] = null;
            int i = 0;
            while (2 * i + 1 < size) {
                int child = 2 * i + 1;
                if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
                    child++;
                }
                if (!heap[child].isBefore(last)) {
                    break;
                }
                heap[i] = heap[child];
                i = child;
            }
            heap[i] = last;
            return first;
        }
    }

    static final class Bank {
        private final Account[] accounts = new Account[6];
        private final Schedule schedule = new Schedule();
        private final int[] failures = new int[3];
        private long cash;
        private long paidInterest;
        private int handled;

        Bank() {
            for (int i = 0; i < accounts.length; i++) {
                accounts[i] = new Account(i, Kind.values()[i % 3], Currency.values()[i / 2]);
            }
        }

        private Account account(int number) throws BankException {
            try {
                return accounts[number];
            } catch (ArrayIndexOutOfBoundsException e) {
                throw new BankException("no account " + number);
            }
        }

        private void handle(Event event) throws BankException {
            if (event instanceof Transfer t) {
                transfer(account(t.from()), account(t.to()), t.amount());
            } else if (event instanceof Deposit d) {
                account(d.to()).change(d.amount());
                cash += d.amount();
            } else if (event instanceof Withdrawal w && w.amount() > 0) {
                account(w.from()).change(-w.amount());
                cash -= w.amount();
            } else if (event instanceof MonthEnd m) {
                monthEnd(m);
            } else if (event instanceof Freeze f) {
                account(f.account()).frozen = f.frozen();
            } else {
                throw new BankException("strange event " + event);
            }
        }

        private static void transfer(Account from, Account to, long amount) throws BankException {
            from.change(-amount);
            boolean done = false;
            try {
                to.change(amount);
                done = true;
            } finally {
                if (!done) {
                    from.change(amount);
                }
            }
        }

        private void monthEnd(MonthEnd end) {
            for (Account account : accounts) {
                long interest = account.interest();
                account.balance += interest;
                paidInterest += interest;
            }
            if (end.month() < 12) {
                schedule.add(new MonthEnd(end.time() + 30, end.month() + 1));
            }
        }

        void run() {
            for (Event event = schedule.next(); event != null; event = schedule.next()) {
                try {
                    handle(event);
                    handled++;
                } catch (LimitException e) {
                    failures[0]++;
                    if (failures[0] < 4) {
                        System.out.println(event.time() + ": " + e.getMessage() + " by " + e.missing);
                    }
                } catch (BankException e) {
                    failures[1]++;
                    if (failures[1] < 6) {
                        System.out.println(event.time() + ": " + e.getMessage());
                    }
                }
            }
        }

        boolean balances() {
            long sum = 0;
            for (Account account : accounts) {
                sum += account.balance;
            }
            return sum == cash + paidInterest;
        }
    }

    public static void main(String[] arguments) {
        Bank bank = new Bank();
        bank.schedule.add(new MonthEnd(30, 1));
        long x = 42;
        for (int i = 0; i < 2000; i++) {
            x = x * 6364136223846793005L + 1442695040888963407L;
            int time = (int) ((x >>> 40) % 365);
            int a = (int) ((x >>> 20) % 7);
            int b = (int) ((x >>> 50) % 6);
            long amount = (x >>> 33) % 100_000;
            switch ((int) (x >>> 61)) {
                case 0, 1 -> bank.schedule.add(new Deposit(time, a, amount));
                case 2, 3 -> bank.schedule.add(new Withdrawal(time, b, amount - 50));
                case 4 -> bank.schedule.add(new Freeze(time, b, amount % 3 == 0));
                default -> bank.schedule.add(new Transfer(time, a, b, amount));
            }
        }
        bank.run();
        for (Account account : bank.accounts) {
            System.out.println(account);
        }
        System.out.println(bank.handled + " handled, " + bank.failures[0] + " over limits, " + bank.failures[1] + " refused, interest " + bank.paidInterest);
        System.out.println(bank.balances());
        System.out.println(new Transfer(1, 2, 3, 4) + " " + new Transfer(1, 2, 3, 4).equals(new Transfer(1, 2, 3, 4)) + " " + new Freeze(1, 2, true).hashCode());
    }
}
