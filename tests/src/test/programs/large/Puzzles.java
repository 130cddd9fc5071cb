/** Sudoku by backtracking over bit sets, eight queens, the game of life, Hanoi's towers, shortest paths and edit distance. */
package large;

public final class Puzzles {
    static final class Sudoku {
        private final int[] cells = new int[81];
        private final int[] rows = new int[9];
        private final int[] columns = new int[9];
        private final int[] boxes = new int[9];
        private int steps;

        Sudoku(String text) {
            for (int i = 0; i < 81; i++) {
                if (text.charAt(i) != '.') {
                    place(i, text.charAt(i) - '0');
                }
            }
        }

        private static int box(int cell) {
            return cell / 27 * 3 + cell % 9 / 3;
        }

        private void place(int cell, int digit) {
            cells[cell] = digit;
            toggle(cell, 1 << digit);
        }

        private void toggle(int cell, int bit) {
            rows[cell / 9] ^= bit;
            columns[cell % 9] ^= bit;
            boxes[box(cell)] ^= bit;
        }

        boolean solve() {
            steps++;
            int best = -1;
            int bestChoices = 0;
            int fewest = 10;
            for (int i = 0; i < 81; i++) {
                if (cells[i] == 0) {
                    int choices = 0x3fe & ~(rows[i / 9] | columns[i % 9] | boxes[box(i)]);
                    int count = Integer.bitCount(choices);
                    if (count < fewest) {
                        fewest = count;
                        best = i;
                        bestChoices = choices;
                    }
                }
            }
            if (best < 0) {
                return true;
            }
            for (int rest = bestChoices; rest != 0; rest &= rest - 1) {
                int digit = Integer.numberOfTrailingZeros(rest);
                place(best, digit);
                if (solve()) {
                    return true;
                }
                toggle(best, 1 << digit);
                cells[best] = 0;
            }
            return false;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            for (int cell : cells) {
                text.append(cell);
            }
            return text.append(' ').append(steps).toString();
        }
    }

    static int queens(int n, int row, int columns, int left, int right) {
        if (row == n) {
            return 1;
        }
        int count = 0;
        for (int free = ~(columns | left | right) & (1 << n) - 1; free != 0; free &= free - 1) {
            int bit = free & -free;
            count += queens(n, row + 1, columns | bit, (left | bit) << 1, (right | bit) >>> 1);
        }
        return count;
    }

    static boolean[][] live(boolean[][] world) {
        int h = world.length;
        int w = world[0].length;
        boolean[][] next = new boolean[h][w];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int neighbours = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        if ((dx != 0 || dy != 0) && world[(y + dy + h) % h][(x + dx + w) % w]) {
                            neighbours++;
                        }
                    }
                }
                next[y][x] = neighbours == 3 || world[y][x] && neighbours == 2;
            }
        }
        return next;
    }

    static void show(boolean[][] world) {
        for (boolean[] row : world) {
            StringBuilder line = new StringBuilder();
            for (boolean cell : row) {
                line.append(cell ? '#' : '.');
            }
            System.out.println(line);
        }
    }

    static final class Hanoi {
        private final int[][] towers = new int[3][20];
        private final int[] heights = new int[3];
        private int moves;
        private long trace;

        Hanoi(int discs) {
            for (int d = discs; d > 0; d--) {
                towers[0][heights[0]++] = d;
            }
        }

        void move(int count, int from, int to) {
            if (count == 0) {
                return;
            }
            int other = 3 - from - to;
            move(count - 1, from, other);
            int disc = towers[from][--heights[from]];
            if (heights[to] > 0 && towers[to][heights[to] - 1] < disc) {
                throw new IllegalStateException("a larger disc on a smaller one");
            }
            towers[to][heights[to]++] = disc;
            moves++;
            trace = trace * 31 + disc * 9 + from * 3 + to;
            move(count - 1, other, to);
        }
    }

    static int shortest(String[] maze) {
        int h = maze.length;
        int w = maze[0].length();
        int[] distance = new int[h * w];
        java.util.Arrays.fill(distance, -1);
        int[] queue = new int[h * w];
        int head = 0;
        int tail = 0;
        queue[tail++] = 0;
        distance[0] = 0;
        int[] steps = {1, 0, -1, 0, 1};
        while (head < tail) {
            int cell = queue[head++];
            for (int d = 0; d < 4; d++) {
                int y = cell / w + steps[d];
                int x = cell % w + steps[d + 1];
                if (y >= 0 && y < h && x >= 0 && x < w && maze[y].charAt(x) != '#' && distance[y * w + x] < 0) {
                    distance[y * w + x] = distance[cell] + 1;
                    queue[tail++] = y * w + x;
                }
            }
        }
        return distance[h * w - 1];
    }

    static int editDistance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                } else {
                    int change = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    d[i][j] = Math.min(change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }

    public static void main(String[] arguments) {
        String[] puzzles = {
            "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
            "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
            "11.......................................................................1.......",
        };
        for (String puzzle : puzzles) {
            Sudoku sudoku = new Sudoku(puzzle);
            System.out.println(sudoku.solve() + " " + sudoku);
        }
        for (int n = 1; n <= 9; n++) {
            System.out.println(n + " queens: " + queens(n, 0, 0, 0, 0));
        }
        boolean[][] world = new boolean[8][8];
        int[][] glider = {{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}};
        for (int[] cell : glider) {
            world[cell[0]][cell[1]] = true;
        }
        for (int i = 0; i < 13; i++) {
            world = live(world);
        }
        show(world);
        Hanoi hanoi = new Hanoi(12);
        hanoi.move(12, 0, 2);
        System.out.println(hanoi.moves + " " + hanoi.trace + " " + hanoi.heights[2]);
        System.out.println(shortest(new String[] {"..#....", ".##.##.", "....#..", ".##.#.#", "..#...."}) + " " + shortest(new String[] {".#", "#."}));
        System.out.println(editDistance("kitten", "sitting") + " " + editDistance("", "abc") + " " + editDistance("intention", "execution"));
    }
}
