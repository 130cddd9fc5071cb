/** A failed load of model-specific registers is explained by the entry that the processor names. */
package org.peaberry.arch.vmx.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.peaberry.arch.vmx.Field32;
import org.peaberry.arch.vmx.Field64;
import org.peaberry.arch.vmx.ReadOnlyNatural;
import org.peaberry.runtime.exception.StackTrace;

class MsrLoadTest {
    private static final long LIST = 0x8000;
    private static final String HEAD = "VM entry failed: exit reason 34, loading of model-specific registers, entry 2 of 3\n";

    private static String report(int numberHigh, int number) {
        Setup setup = new Setup(GuestMode.LONG).set(Field32.ENTRY_MSR_LOAD_COUNT, 3).set(Field64.ENTRY_MSR_LOAD_ADDRESS, LIST)
                .set(ReadOnlyNatural.EXIT_QUALIFICATION, 2);
        setup.memory(LIST + 16, number).memory(LIST + 20, numberHigh).memory(LIST + 24, 5).memory(LIST + 28, 0);
        return report(setup);
    }

    private static String report(Setup setup) {
        StringBuilder text = new StringBuilder();
        new EntryDiagnosis(setup.vmcs, new ProcessorLimits()).explain(34, new StackTrace.Printer() {
            @Override
            public void print(int character) {
                text.append((char) character);
            }
        });
        return text.toString();
    }

    @Test
    void eachReasonIsTold() {
        assertEquals(HEAD + line("0xc0000100", MsrLoadRule.BASE), report(0, 0xC000_0100));
        assertEquals(HEAD + line("0xc0000101", MsrLoadRule.BASE), report(0, 0xC000_0101));
        assertEquals(HEAD + line("0x808", MsrLoadRule.LOCAL_APIC), report(0, 0x808));
        assertEquals(HEAD + line("0x9b", MsrLoadRule.MANAGEMENT_MODE), report(0, 0x9B));
        assertEquals(HEAD + line("0x79", MsrLoadRule.MICROCODE), report(0, 0x79));
        assertEquals(HEAD + line("0x277", MsrLoadRule.WRITE), report(0, 0x277));
        assertEquals(HEAD + line("0x100000277", MsrLoadRule.RESERVED), report(1, 0x277));
    }

    @Test
    void aListOutsideOfMemoryIsNotRead() {
        Setup setup = new Setup(GuestMode.LONG).set(Field32.ENTRY_MSR_LOAD_COUNT, 3).set(Field64.ENTRY_MSR_LOAD_ADDRESS, LIST)
                .set(ReadOnlyNatural.EXIT_QUALIFICATION, 2);
        assertEquals(HEAD + "VM entry refused, SDM 26.4: the list at 0x8010 is not in memory\n", report(setup));
    }

    private static String line(String number, MsrLoadRule rule) {
        return "VM entry refused, SDM 26.4: register " + number + ", value 0x5: " + rule.statement() + "\n";
    }
}
