/** A VMCS of the tests: a map of fields, and some memory behind it. */
package org.peaberry.arch.vmx.diagnosis;

import java.util.HashMap;
import java.util.Map;

import org.peaberry.arch.vmx.VmcsField;

final class VmcsMap extends VmcsReader {
    static final long REGION = 0x5000;

    private final Map<Integer, Long> fields = new HashMap<>();
    private final Map<Long, Integer> memory = new HashMap<>();

    void set(VmcsField field, long value) {
        fields.put(field.encoding(), value);
    }

    void memory(long physical, int value) {
        memory.put(physical, value);
    }

    @Override
    protected long raw(int encoding) {
        return fields.getOrDefault(encoding, 0L);
    }

    @Override
    public long region() {
        return REGION;
    }

    @Override
    public boolean canReadMemory(long physical) {
        return memory.containsKey(physical);
    }

    @Override
    public int memoryInt(long physical) {
        return memory.get(physical);
    }
}
