/** Parts of the JDK that Linux programs can use and bare-metal ones cannot: what in them asks for more only throws when it is reached. */
package org.peaberry.compiler.world;

import java.util.List;
import java.util.Set;

final class LinuxDialect {
    /** By class with those nested in it, or by package when it ends with a slash; internal names. */
    private static final List<String> INSIDE = List.of("java/lang/ThreadLocal",
            "java/lang/ref/Reference", "java/lang/ref/WeakReference", "java/lang/ref/SoftReference", "java/lang/ref/PhantomReference", "java/lang/ref/ReferenceQueue",
            "java/util/Formatter", "java/util/Locale", "java/text/DecimalFormatSymbols",
            "java/nio/charset/", "java/nio/CharBuffer", "java/nio/HeapCharBuffer", "java/nio/StringCharBuffer", "java/nio/HeapByteBufferR", "java/nio/HeapCharBufferR",
            "sun/nio/cs/UTF_8", "sun/nio/cs/US_ASCII", "sun/nio/cs/ISO_8859_1", "sun/nio/cs/Unicode", "sun/nio/cs/UTF_16", "sun/nio/cs/UTF_16BE", "sun/nio/cs/UTF_16LE",
            "sun/nio/cs/UnicodeEncoder", "sun/nio/cs/UnicodeDecoder", "sun/nio/cs/Surrogate", "sun/nio/cs/StreamDecoder", "sun/nio/cs/StreamEncoder",
            "java/util/concurrent/ConcurrentMap", "java/util/concurrent/ConcurrentHashMap", "java/util/concurrent/CopyOnWriteArrayList",
            "java/util/concurrent/CopyOnWriteArraySet", "java/util/concurrent/TimeUnit", "java/util/concurrent/Callable", "java/util/concurrent/ExecutionException",
            "java/util/concurrent/CancellationException", "java/util/concurrent/TimeoutException", "java/util/concurrent/locks/");

    /** Methods of Thread that need no other one. */
    private static final Set<String> OF_THREAD = Set.of("getName", "isDaemon", "toString", "hashCode", "equals");

    private LinuxDialect() {
    }

    static boolean has(MethodInfo method) {
        boolean isOfThread = method.owner().name().equals("java/lang/Thread") && OF_THREAD.contains(method.name());
        return isOfThread || OutsideDialect.isFormatting(method) || has(method.owner().name());
    }

    static boolean has(String owner) {
        return INSIDE.stream().anyMatch(key -> OutsideDialect.matches(owner, key));
    }
}
