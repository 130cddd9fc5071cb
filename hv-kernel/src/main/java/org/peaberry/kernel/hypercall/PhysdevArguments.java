/** The structures that physdev_op takes. */
package org.peaberry.kernel.hypercall;

import org.peaberry.runtime.annotation.At;
import org.peaberry.runtime.annotation.RawStructure;

/** Xen: public/physdev.h, struct physdev_*. */
final class PhysdevArguments {
    private PhysdevArguments() {
    }

    /** physdev_pci_device_add without its optional array; physdev_pci_device is its beginning. */
    @RawStructure(size = PciDevice.SIZE)
    interface PciDevice {
        int SIZE = 4;
        int ADD_SIZE = 12;

        @At(0) char segment();
        @At(2) byte bus();
        @At(3) byte function();
    }

    /** physdev_pci_mmcfg_reserved. */
    @RawStructure(size = MemoryMappedConfiguration.SIZE)
    interface MemoryMappedConfiguration {
        int SIZE = 16;

        /** Guest physical address. */
        @At(0) long address();
        @At(8) char segment();
        @At(10) byte firstBus();
        @At(11) byte lastBus();
        @At(12) int flags();
    }
}
