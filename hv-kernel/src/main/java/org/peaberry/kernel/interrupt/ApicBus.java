/** What connects the emulated interrupt controllers of one domain. */
package org.peaberry.kernel.interrupt;

public final class ApicBus {
    private final LocalApic[] apics;
    private final IoApic[] ioApics;
    private int apicCount;
    private int ioApicCount;
    private int nextLowestPriority;

    /** @param maximumApics vCPUs the domain can have; maximumIoApics I/O APICs it can have */
    public ApicBus(int maximumApics, int maximumIoApics) {
        apics = new LocalApic[maximumApics];
        ioApics = new IoApic[maximumIoApics];
    }

    void connect(LocalApic apic) {
        apics[apicCount++] = apic;
    }

    void connect(IoApic ioApic) {
        ioApics[ioApicCount++] = ioApic;
    }

    /** Delivers a message to all that it addresses. */
    void send(long message) {
        if (InterruptMessage.mode(message) == DeliveryMode.LOWEST_PRIORITY) {
            sendToOne(message);
            return;
        }
        for (int i = 0; i < apicCount; i++) {
            if (apics[i].isAddressedBy(message)) {
                apics[i].receive(message);
            }
        }
    }

    /** Fixed delivery to one of the addressed ones, in turn: real chips choose by priority, and software relies on no order. */
    private void sendToOne(long message) {
        for (int i = 0; i < apicCount; i++) {
            LocalApic candidate = apics[(nextLowestPriority + i) % apicCount];
            if (candidate.isEnabled() && candidate.isAddressedBy(message)) {
                nextLowestPriority = (nextLowestPriority + i + 1) % apicCount;
                candidate.receive(message);
                return;
            }
        }
    }

    void sendToAll(long message, LocalApic except) {
        for (int i = 0; i < apicCount; i++) {
            if (apics[i] != except) {
                apics[i].receive(message);
            }
        }
    }

    /** A level-triggered vector was acknowledged: the pins that raised it may raise it again. */
    void endOfInterrupt(int vector) {
        for (int i = 0; i < ioApicCount; i++) {
            ioApics[i].endOfInterrupt(vector);
        }
    }
}
