/** A guest kernel in an ELF file: its segments and its PVH entry point. */
package org.peaberry.kernel.dom0;

import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.memory.RawMemory;
import org.peaberry.runtime.unboxed.GuestPhysicalAddress;

/** Nothing in the file is trusted: every offset and size is checked against the module. */
public final class ElfKernel {
    private static final int IDENT_SIZE = 16;
    /** 0x7f 'E' 'L' 'F', little-endian. */
    private static final int MAGIC = 0x464c457f;
    private static final int CLASS_OFFSET = 4;
    private static final int CLASS_32 = 1;
    private static final int CLASS_64 = 2;
    private static final int DATA_OFFSET = 5;
    private static final int LITTLE_ENDIAN = 1;
    private static final int MACHINE_386 = 3;
    private static final int MACHINE_X86_64 = 62;
    /** Program headers that a kernel may have: more is damage. */
    private static final int SEGMENT_LIMIT = 128;
    private static final long ADDRESS_LIMIT = 1L << 32;

    private final BootModule module;
    private final ElfSegment[] segments;
    private final GuestPhysicalAddress entry;
    private final GuestPhysicalAddress start;
    private final GuestPhysicalAddress end;

    /** @throws LaunchException when it is not an ELF file of x86 with a PVH entry note, or is damaged */
    public ElfKernel(BootModule module) throws LaunchException {
        this.module = module;
        segments = readSegments();
        entry = new PvhEntryNote(module, segments).entryPoint();
        long low = ADDRESS_LIMIT;
        long high = 0;
        for (ElfSegment segment : segments) {
            if (segment.type() == ElfSegment.LOAD && segment.memorySize() > 0) {
                low = Math.min(low, segment.physicalAddress().toLong());
                high = Math.max(high, segment.physicalAddress().toLong() + segment.memorySize());
            }
        }
        if (high == 0) {
            throw damaged("it has nothing to load");
        }
        if (entry.toLong() < low || entry.toLong() >= high) {
            throw damaged("its entry point is outside of what is loaded");
        }
        start = GuestPhysicalAddress.of(low);
        end = GuestPhysicalAddress.of(high);
    }

    /** Where the guest begins, in 32-bit mode without paging. */
    public GuestPhysicalAddress entry() {
        return entry;
    }

    /** Lowest address that is loaded. */
    public GuestPhysicalAddress start() {
        return start;
    }

    /** First address after what is loaded. */
    public GuestPhysicalAddress end() {
        return end;
    }

    /**
     * Puts the segments where they belong.
     *
     * @throws LaunchException when the guest has no RAM there
     */
    @BootOnly
    public void load(GuestRam ram) throws LaunchException {
        for (ElfSegment segment : segments) {
            if (segment.type() == ElfSegment.LOAD && segment.memorySize() > 0) {
                loadSegment(ram, segment);
            }
        }
    }

    @BootOnly
    private void loadSegment(GuestRam ram, ElfSegment segment) throws LaunchException {
        boolean copied = ram.copy(segment.physicalAddress(), module.start().plus(segment.offset()), segment.fileSize());
        GuestPhysicalAddress rest = segment.physicalAddress().plus(segment.fileSize());
        if (!copied || !ram.clear(rest, segment.memorySize() - segment.fileSize())) {
            throw new LaunchException("dom0: the kernel in " + module.name() + " does not fit: it needs RAM from 0x"
                    + Long.toHexString(segment.physicalAddress().toLong()) + " to 0x"
                    + Long.toHexString(segment.physicalAddress().toLong() + segment.memorySize()) + ". Raise dom0_mem, or the machine's memory.");
        }
    }

    private ElfSegment[] readSegments() throws LaunchException {
        if (!module.contains(0, IDENT_SIZE) || module.start().loadInt() != MAGIC) {
            throw new LaunchException("dom0: " + module.name() + " is not an ELF file. Pass an uncompressed vmlinux with a PVH entry.");
        }
        int fileClass = module.start().loadByte(CLASS_OFFSET);
        if (module.start().loadByte(DATA_OFFSET) != LITTLE_ENDIAN || fileClass != CLASS_32 && fileClass != CLASS_64) {
            throw wrongMachine();
        }
        return fileClass == CLASS_64 ? readSegments64() : readSegments32();
    }

    private ElfSegment[] readSegments64() throws LaunchException {
        requireRange(0, Elf64.HEADER_SIZE);
        Elf64.Header header = RawMemory.at(Elf64.Header.class, module.start());
        requireMachine(header.machine());
        ElfSegment[] result = new ElfSegment[segmentCount(header.programHeaderCount())];
        for (int i = 0; i < result.length; i++) {
            long offset = header.programHeaderOffset() + (long) i * header.programHeaderSize();
            requireRange(offset, Elf64.PROGRAM_HEADER_SIZE);
            Elf64.ProgramHeader program = RawMemory.at(Elf64.ProgramHeader.class, module.start().plus(offset));
            result[i] = segment(program.type(), program.offset(), program.fileSize(), program.memorySize(), program.physicalAddress());
        }
        return result;
    }

    private ElfSegment[] readSegments32() throws LaunchException {
        requireRange(0, Elf32.HEADER_SIZE);
        Elf32.Header header = RawMemory.at(Elf32.Header.class, module.start());
        requireMachine(header.machine());
        ElfSegment[] result = new ElfSegment[segmentCount(header.programHeaderCount())];
        for (int i = 0; i < result.length; i++) {
            long offset = Integer.toUnsignedLong(header.programHeaderOffset()) + (long) i * header.programHeaderSize();
            requireRange(offset, Elf32.PROGRAM_HEADER_SIZE);
            Elf32.ProgramHeader program = RawMemory.at(Elf32.ProgramHeader.class, module.start().plus(offset));
            result[i] = segment(program.type(), Integer.toUnsignedLong(program.offset()), Integer.toUnsignedLong(program.fileSize()),
                    Integer.toUnsignedLong(program.memorySize()), Integer.toUnsignedLong(program.physicalAddress()));
        }
        return result;
    }

    private ElfSegment segment(int type, long offset, long fileSize, long memorySize, long address) throws LaunchException {
        if (type == ElfSegment.LOAD || type == ElfSegment.NOTE) {
            requireRange(offset, fileSize);
        }
        if (type == ElfSegment.LOAD) {
            boolean sizesFit = fileSize <= memorySize && memorySize <= ADDRESS_LIMIT;
            if (!sizesFit || address < 0 || address > ADDRESS_LIMIT - memorySize) {
                throw damaged("a segment's address or size is impossible");
            }
        }
        return new ElfSegment(type, offset, fileSize, memorySize, GuestPhysicalAddress.of(address));
    }

    private int segmentCount(int count) throws LaunchException {
        if (count == 0 || count > SEGMENT_LIMIT) {
            throw damaged("it has " + count + " program headers");
        }
        return count;
    }

    private void requireMachine(int machine) throws LaunchException {
        if (machine != MACHINE_386 && machine != MACHINE_X86_64) {
            throw wrongMachine();
        }
    }

    private LaunchException wrongMachine() {
        return new LaunchException("dom0: the kernel in " + module.name() + " is not for x86. Pass an x86-64 kernel.");
    }

    private void requireRange(long offset, long bytes) throws LaunchException {
        if (!module.contains(offset, bytes)) {
            throw damaged("the file is shorter than its headers say");
        }
    }

    private LaunchException damaged(String why) {
        return new LaunchException("dom0: the kernel in " + module.name() + " is damaged: " + why + ". Copy it to the boot device again.");
    }

}
