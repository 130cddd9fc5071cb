/** Finds forms by their opcode: the encoder's table read backwards. */
package org.peaberry.compiler.encode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class FormLookup {
    private static final int OPCODE_REGISTERS = 8;

    /** @param isByte whether it is the opcode of the form's byte variant */
    record Candidate(Form form, boolean isByte) {
    }

    /** Forms without operands, the longest first: their bytes are all there is to match. */
    static final List<Form> WHOLE = Arrays.stream(Form.values()).filter(form -> form.encoding() == Encoding.ZO)
            .sorted((one, other) -> other.opcode().length - one.opcode().length).toList();
    private static final Map<Long, List<Candidate>> BY_OPCODE = table();

    private FormLookup() {
    }

    /** @param opcode its bytes as one number, the first the highest */
    static List<Candidate> of(long opcode) {
        return BY_OPCODE.getOrDefault(opcode, List.of());
    }

    private static Map<Long, List<Candidate>> table() {
        Map<Long, List<Candidate>> table = new HashMap<>();
        for (Form form : Form.values()) {
            long opcode = 0;
            for (int part : form.opcode()) {
                opcode = opcode << Byte.SIZE | part;
            }
            int count = form.encoding() == Encoding.O ? OPCODE_REGISTERS : form.encoding() == Encoding.ZO ? 0 : 1;
            for (int i = 0; i < count; i++) {
                add(table, opcode + i, new Candidate(form, false));
            }
            if (form.hasByteVariant()) {
                add(table, opcode - 1, new Candidate(form, true));
            }
        }
        return table;
    }

    private static void add(Map<Long, List<Candidate>> table, long opcode, Candidate candidate) {
        table.computeIfAbsent(opcode, o -> new ArrayList<>()).add(candidate);
    }
}
