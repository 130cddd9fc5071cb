/** ASM: class files of the JDK are read, rewritten, and searched for what they call. */
package libraries;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

public final class AsmClassFiles {
    private static final String[] NAMES = {"java/lang/String", "java/util/HashMap", "java/util/concurrent/ConcurrentHashMap", "java/math/BigInteger",
        "java/util/regex/Pattern", "java/lang/Math", "java/util/Formatter", "java/time/LocalDate"};
    private static final byte[][] CLASSES = read();

    private static byte[][] read() {
        byte[][] classes = new byte[NAMES.length][];
        for (int i = 0; i < NAMES.length; i++) {
            try (InputStream input = ClassLoader.getSystemResourceAsStream(NAMES[i] + ".class")) {
                classes[i] = input.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return classes;
    }

    /** Counts calls by the class that is called. */
    private static final class Calls extends ClassVisitor {
        final Map<String, Integer> counts = new TreeMap<>();
        int methods;

        Calls() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            methods++;
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String called, String calledDescriptor, boolean isInterface) {
                    counts.merge(owner, Type.getArgumentTypes(calledDescriptor).length + 1, Integer::sum);
                }
            };
        }
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return crc.getValue();
    }

    private static void show(String name, byte[] file) {
        ClassReader reader = new ClassReader(file);
        Calls calls = new Calls();
        reader.accept(calls, 0);
        ClassWriter copy = new ClassWriter(0);
        reader.accept(copy, ClassReader.SKIP_DEBUG);
        byte[] stripped = copy.toByteArray();
        System.out.println(name + " " + reader.getSuperName() + " " + calls.methods + " " + calls.counts.size() + " " + stripped.length + " " + checksum(stripped));
        calls.counts.forEach((owner, count) -> {
            if (count > 40) {
                System.out.println("  " + owner + " " + count);
            }
        });
        ClassNode tree = new ClassNode();
        reader.accept(tree, ClassReader.SKIP_FRAMES);
        int longest = 0;
        String where = "";
        long kinds = 0;
        for (MethodNode method : tree.methods) {
            if (method.instructions.size() > longest) {
                longest = method.instructions.size();
                where = method.name + method.desc;
            }
            for (AbstractInsnNode instruction : method.instructions) {
                kinds = kinds * 31 + instruction.getOpcode();
            }
        }
        ClassWriter computed = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        tree.accept(computed);
        System.out.println("  longest " + where + " " + longest + " " + kinds + " " + checksum(computed.toByteArray()));
    }

    public static void main(String[] arguments) {
        for (int i = 0; i < NAMES.length; i++) {
            show(NAMES[i], CLASSES[i]);
        }
    }
}
