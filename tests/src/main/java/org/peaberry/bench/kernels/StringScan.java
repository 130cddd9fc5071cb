/** Looks through a text: words, numbers, occurrences of a word. */
package org.peaberry.bench.kernels;

final class StringScan implements Kernel {
    private static final int LENGTH = 300_000;
    private static final String WANTED = "needle";

    private final String text;

    StringScan() {
        Sequence sequence = new Sequence(19);
        StringBuilder builder = new StringBuilder();
        while (builder.length() < LENGTH) {
            int random = sequence.next();
            if (random % 50 == 0) {
                builder.append(WANTED);
            } else if (random % 7 == 0) {
                builder.append((char) ('0' + random % 10));
            } else if (random % 5 == 0) {
                builder.append(' ');
            } else {
                builder.append((char) ('a' + random % 26));
            }
        }
        text = builder.toString();
    }

    private int occurrences() {
        int count = 0;
        for (int i = 0; i + WANTED.length() <= text.length(); i++) {
            if (matches(i)) {
                count++;
            }
        }
        return count;
    }

    private boolean matches(int at) {
        for (int j = 0; j < WANTED.length(); j++) {
            if (text.charAt(at + j) != WANTED.charAt(j)) {
                return false;
            }
        }
        return true;
    }

    private long numbers() {
        long sum = 0;
        long number = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                number = number * 10 + c - '0';
                inside = true;
            } else if (inside) {
                sum = sum * 31 + number;
                number = 0;
                inside = false;
            }
        }
        return sum;
    }

    private int words() {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean letter = text.charAt(i) != ' ';
            if (letter && !inside) {
                words++;
            }
            inside = letter;
        }
        return words;
    }

    @Override
    public long run() {
        return numbers() * 31 + occurrences() * 1000L + words();
    }
}
