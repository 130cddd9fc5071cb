/** dom0's kernel as it is loaded: an ELF file stays as it is, the one inside a Linux boot image is unpacked. */
package org.peaberry.kernel.unpack;

import java.io.IOException;
import java.io.InputStream;

import org.peaberry.kernel.dom0.BootModule;
import org.peaberry.kernel.dom0.LaunchException;
import org.peaberry.runtime.allocation.Heap;
import org.peaberry.runtime.annotation.BootOnly;
import org.peaberry.runtime.annotation.Entrypoints;
import org.peaberry.runtime.memory.ByteArrays;
import org.peaberry.runtime.unboxed.Address;

/** The unpacking libraries' objects live in memory that is given back before this returns. */
@Entrypoints({XzCompression.class, GzipCompression.class, Lz4Compression.class})
@BootOnly
public final class KernelUnpacker {
    private static final Compression[] KNOWN = {new XzCompression(), new GzipCompression(), new Lz4Compression()};
    private static final int BUFFER = 1 << 16;
    /** More than any kernel: a damaged size is not mistaken for lack of memory. */
    private static final long LARGEST = 1L << 30;

    private final UnpackMemory memory;
    private final BootModule file;
    private final BootModule payload;
    private final Compression compression;
    private Address kernel;
    private long size;

    private KernelUnpacker(BootModule file, UnpackMemory memory) throws LaunchException {
        this.file = file;
        this.memory = memory;
        payload = new BootImage(file).payload();
        compression = compressionOf(payload);
    }

    /** Whether a module is a boot image. */
    public static boolean isPacked(BootModule module) {
        return BootImage.isOne(module);
    }

    /** @param file a boot image; its memory is the caller's to give back
     * @throws LaunchException when its packing is not known, or it is damaged */
    public static KernelUnpacker of(BootModule file, UnpackMemory memory) throws LaunchException {
        return new KernelUnpacker(file, memory);
    }

    /** Such as XZ. */
    public String compressionName() {
        return compression.name();
    }

    /** @throws LaunchException when the image is damaged */
    public BootModule unpack() throws LaunchException {
        size = Integer.toUnsignedLong(payload.start().loadInt(payload.size() - Integer.BYTES));
        if (size == 0 || size > LARGEST) {
            throw damaged("it announces " + size + " unpacked bytes");
        }
        kernel = memory.take(size, "dom0's unpacked kernel");
        long wanted = tryIn(compression.workingMemory());
        if (wanted > 0) {
            tryIn(wanted);
        }
        return new BootModule(file.name(), kernel, size);
    }

    /** Returns 0, or how much memory another try needs. */
    private long tryIn(long bytes) throws LaunchException {
        Address start = memory.takeCleared(bytes, "unpacking dom0's kernel");
        Heap.enterTemporary(start, bytes);
        Attempt attempt = run(bytes);
        String problem = attempt.problem;
        long wanted = attempt.wanted;
        Heap.leaveTemporary();
        String copy = problem == null ? null : "" + problem;
        memory.giveBack(start, bytes);
        if (copy != null) {
            throw damaged(copy);
        }
        return wanted;
    }

    /** How an attempt went. */
    private static final class Attempt {
        private String problem;
        private long wanted;
    }

    private Attempt run(long limit) {
        Attempt attempt = new Attempt();
        try {
            copy(compression.open(new ModuleInput(payload.start(), payload.size() - Integer.BYTES), limit));
        } catch (IOException e) {
            attempt.wanted = compression.memoryWanted(e);
            attempt.problem = attempt.wanted > 0 ? null : describe(e);
        } catch (RuntimeException | StackOverflowError e) {
            attempt.problem = describe(e);
        }
        return attempt;
    }

    private static String describe(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getName() : message;
    }

    /** Only at its end does the unpacker compare checksums. It is not closed: it has nothing but objects, whose memory is given back as a whole. */
    private void copy(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        for (int count = in.read(buffer, 0, BUFFER); count >= 0; count = in.read(buffer, 0, BUFFER)) {
            if (count > size - done) {
                throw new IOException("it is longer than the " + size + " bytes that it announces");
            }
            ByteArrays.store(kernel.plus(done), buffer, 0, count);
            done += count;
        }
        if (done != size) {
            throw new IOException("it has " + done + " bytes and announces " + size);
        }
    }

    private Compression compressionOf(BootModule packed) throws LaunchException {
        for (Compression known : KNOWN) {
            if (known.isOf(packed)) {
                return known;
            }
        }
        throw new LaunchException("dom0: the kernel in " + file.name() + " is packed in a way that is not known: XZ, gzip and LZ4 are."
                + " Unpack it before, with Linux's scripts/extract-vmlinux.");
    }

    private LaunchException damaged(String why) {
        return new LaunchException("dom0: the kernel in " + file.name() + " is damaged: " + compression.name() + ": " + why
                + ". Copy it to the boot device again.");
    }
}
