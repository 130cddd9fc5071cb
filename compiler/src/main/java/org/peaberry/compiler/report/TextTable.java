/** Lines of text with numbers in columns and a text behind them. */
package org.peaberry.compiler.report;

final class TextTable {
    private static final int WIDTH = 9;

    private final StringBuilder text = new StringBuilder();

    /** @param columns headings, the last one of the text */
    TextTable(Object... columns) {
        row(columns);
    }

    /** Cells, the last of them the text. */
    void row(Object... cells) {
        for (int i = 0; i < cells.length - 1; i++) {
            String cell = cells[i].toString();
            text.append(" ".repeat(Math.max(i == 0 ? 0 : 1, WIDTH - cell.length()))).append(cell);
        }
        String last = cells[cells.length - 1].toString();
        text.append(last.isEmpty() ? "" : "  ").append(last).append('\n');
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
