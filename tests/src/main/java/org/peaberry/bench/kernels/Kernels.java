/** All kernels by name. */
package org.peaberry.bench.kernels;

import java.util.List;

public final class Kernels {
    /** In the order of the report. */
    public static final List<String> NAMES = List.of("pagewalk", "bitmap", "hashmap", "sort", "trees", "crc", "sha256", "lzdecode", "xzdecode", "stringscan",
            "matrix", "sieve", "dispatch", "exceptions", "structcopy", "runqueue");

    private Kernels() {
    }

    static Kernel named(String name) {
        return switch (name) {
            case "pagewalk" -> new PageWalk();
            case "bitmap" -> new Bitmap();
            case "hashmap" -> new HashMapKernel();
            case "sort" -> new Sort();
            case "trees" -> new Trees();
            case "crc" -> new Crc();
            case "sha256" -> new Sha256();
            case "lzdecode" -> new LzDecode();
            case "xzdecode" -> new XzDecode();
            case "stringscan" -> new StringScan();
            case "matrix" -> new Matrix();
            case "sieve" -> new Sieve();
            case "dispatch" -> new Dispatch();
            case "exceptions" -> new ExceptionPath();
            case "structcopy" -> new StructCopy();
            case "runqueue" -> new RunQueue();
            default -> throw new IllegalArgumentException("no kernel '" + name + "'");
        };
    }
}
