/** Reads class files, and says what is wrong with those that cannot be read. */
package org.peaberry.compiler.world;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.peaberry.compiler.driver.CompilerError;

final class ClassFile {
    /** JVMS §4.1. */
    private static final int MAGIC = 0xCAFEBABE;
    private static final int MAJOR_VERSION_OFFSET = 6;
    private static final int HEADER_SIZE = 10;
    private static final int JAVA_17 = 61;
    /** Class file version less language version. */
    private static final int VERSION_DISTANCE = 44;

    private ClassFile() {
    }

    /**
     * @param name internal name that the class must have
     * @param options {@link ClassReader}'s
     * @throws CompilerError when it is no class file, of a newer version, damaged, or another class's
     */
    static ClassNode read(String name, byte[] bytes, int options) {
        checkHeader(name, bytes);
        ClassNode node = new ClassNode();
        try {
            new ClassReader(bytes).accept(node, options);
        } catch (RuntimeException e) {
            throw damaged(name, "it cannot be parsed (" + e + ")");
        }
        if (!name.equals(node.name)) {
            throw new CompilerError("error: the class file found for " + dotted(name) + " is that of " + dotted(String.valueOf(node.name))
                    + ". Its folder must be its package: give --classpath the folder above the packages");
        }
        return node;
    }

    private static void checkHeader(String name, byte[] bytes) {
        if (bytes.length < HEADER_SIZE) {
            throw damaged(name, "it has " + bytes.length + " bytes");
        }
        java.nio.ByteBuffer header = java.nio.ByteBuffer.wrap(bytes);
        if (header.getInt(0) != MAGIC) {
            throw damaged(name, "it does not start with 0xCAFEBABE");
        }
        int version = Short.toUnsignedInt(header.getShort(MAJOR_VERSION_OFFSET));
        if (version > JAVA_17) {
            throw new CompilerError("error: class " + dotted(name) + " was compiled for Java " + (version - VERSION_DISTANCE)
                    + ", and peaberryc reads class files up to Java 17. Compile it with javac --release 17, or take a release of the library for Java 17");
        }
    }

    private static CompilerError damaged(String name, String why) {
        return new CompilerError("error: the class file of " + dotted(name) + " is damaged: " + why + ". Compile the class again, or fetch its jar again");
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
    }
}
