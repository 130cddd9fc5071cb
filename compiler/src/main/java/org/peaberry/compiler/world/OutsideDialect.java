/** Parts of the JDK that compiled programs cannot use: a call into them is one error, where it is made. */
package org.peaberry.compiler.world;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Without this list a call of String.format would be a thousand errors, deep inside the JDK. */
final class OutsideDialect {
    static final String NO_FORMATTING = "Formatting is not in the dialect. Use a StringBuilder, or the console's print methods";
    private static final String NO_REFLECTION = "Reflection is not in the dialect. Call the method or read the field directly";
    static final String NO_HANDLES = "Method handles are not in the dialect. Use a lambda or a method reference";
    static final String NO_THREADS = "Threads are not in the dialect: a program has one. Do the work in a loop";
    static final String NO_PARALLEL = "Threads are not in the dialect. Use the method that is not parallel";
    private static final String NO_HOST = "It belongs to the JVM or its operating system, which are not there when compiled code runs. "
            + "Read it in a static initializer, which runs when the program is built, or take it from arguments or standard input";

    private static final String NO_MODULE = "Compiled programs use the JDK's module java.base alone";

    /** Methods of java.lang.Class that ask nothing of the JVM. */
    private static final Set<String> KNOWN_OF_CLASSES = Set.of("hashCode", "equals", "cast", "cannotCastMsg", "asSubclass");

    private static final Set<String> FORMATTED = Set.of("format", "formatted", "printf");
    private static final Set<String> FORMATTING = Set.of("java/lang/String", "java/io/PrintStream", "java/io/PrintWriter");

    /** Classes of such packages that are in the dialect. */
    private static final Set<String> INSIDE = Set.of("java/nio/Buffer", "java/nio/ByteBuffer", "java/nio/HeapByteBuffer", "java/nio/ByteOrder",
            "java/nio/charset/Charset", "java/nio/charset/StandardCharsets", "java/nio/BufferOverflowException", "java/nio/BufferUnderflowException", "java/nio/ReadOnlyBufferException",
            "java/util/zip/Checksum", "java/util/zip/CRC32", "java/util/zip/CheckedInputStream", "java/util/zip/CheckedOutputStream",
            "java/util/zip/DataFormatException", "java/util/zip/ZipException",
            "java/security/MessageDigest", "java/security/MessageDigestSpi", "java/security/NoSuchAlgorithmException",
            "java/security/GeneralSecurityException",
            "java/util/concurrent/atomic/AtomicInteger", "java/util/concurrent/atomic/AtomicLong", "java/util/concurrent/atomic/AtomicBoolean",
            "java/util/concurrent/atomic/AtomicReference", "jdk/internal/access/JavaLangAccess");

    /** By class, or by package when it ends with a slash; internal names. */
    private static final Map<String, String> REASONS = reasons();

    private OutsideDialect() {
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        add(reasons, NO_FORMATTING, "java/util/Formatter", "java/util/Locale", "java/text/", "java/time/", "java/util/Scanner", "java/util/Date",
                "java/util/Calendar", "java/util/TimeZone", "java/util/Currency");
        add(reasons, NO_REFLECTION, "java/lang/reflect/", "jdk/internal/reflect/", "java/lang/Module", "java/lang/ClassLoader", "java/lang/PublicMethods");
        add(reasons, NO_HANDLES, "java/lang/invoke/");
        add(reasons, NO_THREADS, "java/lang/Thread", "java/lang/ThreadLocal", "java/lang/ThreadGroup", "java/util/concurrent/", "java/util/Timer");
        add(reasons, NO_HOST, "java/security/", "java/nio/", "java/net/", "sun/", "jdk/internal/loader/", "jdk/internal/module/", "java/lang/StackStreamFactory",
                "java/lang/Runtime", "java/lang/Process", "java/lang/ProcessBuilder", "java/util/ServiceLoader", "java/util/ResourceBundle", "java/util/jar/", "java/util/zip/",
                "jdk/internal/access/", "java/lang/ref/", "java/io/File", "java/io/FileInputStream", "java/io/FileOutputStream", "java/io/RandomAccessFile");
        add(reasons, NO_MODULE, "java/util/logging/", "java/util/prefs/", "java/sql/", "java/awt/", "java/beans/", "java/rmi/", "java/applet/", "java/lang/management/",
                "java/lang/instrument/", "javax/sql/", "javax/xml/", "javax/swing/", "javax/naming/", "javax/management/", "javax/script/", "javax/print/",
                "javax/imageio/", "javax/sound/", "javax/tools/", "javax/annotation/", "javax/lang/", "org/w3c/", "org/xml/", "org/ietf/", "com/sun/");
        return reasons;
    }

    static boolean matches(String owner, String key) {
        return owner.startsWith(key) && (key.endsWith("/") || owner.length() == key.length() || owner.charAt(key.length()) == '$');
    }

    private static void add(Map<String, String> reasons, String reason, String... keys) {
        for (String key : keys) {
            reasons.put(key, reason);
        }
    }

    private static boolean isParallel(String owner, String name) {
        return name.equals("parallelStream") && owner.startsWith("java/util/") || name.equals("parallel") && owner.startsWith("java/util/stream/")
                || name.startsWith("parallel") && owner.equals("java/util/Arrays");
    }

    /** Whether the method is the JDK's short way to a formatter. */
    static boolean isFormatting(MethodInfo method) {
        return FORMATTED.contains(method.name()) && FORMATTING.contains(method.owner().name());
    }

    /** Why a method cannot be called and what to do instead, or null when it can. */
    static String reason(MethodInfo method) {
        String owner = method.owner().name();
        if (isFormatting(method)) {
            return NO_FORMATTING;
        }
        if (owner.equals("java/lang/Class") && !KNOWN_OF_CLASSES.contains(method.name())) {
            return NO_REFLECTION;
        }
        if (isParallel(owner, method.name())) {
            return NO_PARALLEL;
        }
        return reason(owner);
    }

    /** The same for all methods of a class. */
    static String reason(String owner) {
        if (INSIDE.contains(owner)) {
            return null;
        }
        for (Map.Entry<String, String> entry : REASONS.entrySet()) {
            if (matches(owner, entry.getKey())) {
                return entry.getValue();
            }
        }
        return null;
    }
}
