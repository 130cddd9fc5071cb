/** A class that calls all that a folder of class files declares, one call a line: what it reaches is the whole folder. */
package org.peaberry.tests.agreement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** A package has a caller of its own, which sees all but private members; lines of calls are counted over all packages. */
final class Caller {
    static final String MAIN = "AgreementMain";
    /** Lines of a class file have 16 bits. */
    private static final int LINES = 60_000;
    private static final int CALLS_IN_METHOD = 200;
    private static final String NAME = "Agreement";

    private record Call(ClassNode type, MethodNode method) {
        boolean isConstructor() {
            return method.name.equals("<init>");
        }
    }

    private final TreeMap<Integer, Call> calls = new TreeMap<>();

    /** Calls what the class files below the folders declare and other classes of their packages can call. */
    Caller(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            add(folder);
        }
        if (calls.size() > LINES) {
            throw new IllegalArgumentException(calls.size() + " methods are more than a class file has lines");
        }
    }

    private void add(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
        }
        for (Path file : files) {
            ClassNode type = new ClassNode();
            new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_CODE);
            if (!type.name.endsWith("-info")) {
                type.methods.stream().filter(method -> isCallable(type, method)).forEach(method -> calls.put(calls.size() + 1, new Call(type, method)));
            }
        }
    }

    private static boolean isCallable(ClassNode type, MethodNode method) {
        boolean isNoSource = (method.access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_NATIVE)) != 0;
        boolean isOfAbstract = method.name.equals("<init>") && (type.access & Opcodes.ACC_ABSTRACT) != 0;
        return !isNoSource && !isOfAbstract && (method.access & Opcodes.ACC_PRIVATE) == 0 && !method.name.equals("<clinit>");
    }

    /**
     * Leaves out the calls that errors name, or else those of what is declared in the files that they name.
     *
     * @return false when there are no such
     */
    boolean leaveOut(Map<String, TreeSet<Integer>> places) {
        int before = calls.size();
        calls.keySet().removeAll(places.getOrDefault(NAME + ".java", new TreeSet<>()));
        if (calls.size() == before) {
            calls.values().removeIf(call -> places.containsKey(call.type.sourceFile));
        }
        return calls.size() < before;
    }

    /** Writes the callers, and {@link #MAIN}, which is in no package. */
    void write(Path folder) throws IOException {
        TreeMap<String, List<Integer>> byPackage = new TreeMap<>();
        calls.forEach((line, call) -> byPackage.computeIfAbsent(call.type.name.substring(0, call.type.name.lastIndexOf('/') + 1), p -> new ArrayList<>()).add(line));
        ClassWriter main = start(MAIN);
        MethodVisitor code = main.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
        for (String name : byPackage.keySet()) {
            writeClass(folder, name + NAME, callers(name + NAME, byPackage.get(name)));
            code.visitMethodInsn(Opcodes.INVOKESTATIC, name + NAME, "all", "()V", false);
        }
        writeClass(folder, MAIN, ended(main, code));
    }

    private static void writeClass(Path folder, String name, ClassWriter made) throws IOException {
        Path file = folder.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        made.visitEnd();
        Files.write(file, made.toByteArray());
    }

    private static ClassWriter start(String name) {
        ClassWriter made = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        made.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        made.visitSource(NAME + ".java", null);
        return made;
    }

    private static ClassWriter ended(ClassWriter made, MethodVisitor code) {
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
        return made;
    }

    private ClassWriter callers(String name, List<Integer> lines) {
        ClassWriter made = start(name);
        MethodVisitor all = made.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "all", "()V", null, null);
        for (int first = 0; first < lines.size(); first += CALLS_IN_METHOD) {
            MethodVisitor some = made.visitMethod(Opcodes.ACC_STATIC, "from" + first, "()V", null, null);
            lines.subList(first, Math.min(lines.size(), first + CALLS_IN_METHOD)).forEach(line -> call(some, line, calls.get(line)));
            ended(made, some);
            all.visitMethodInsn(Opcodes.INVOKESTATIC, name, "from" + first, "()V", false);
        }
        return ended(made, all);
    }

    private static void call(MethodVisitor code, int line, Call call) {
        Label here = new Label();
        code.visitLabel(here);
        code.visitLineNumber(line, here);
        boolean isStatic = (call.method.access & Opcodes.ACC_STATIC) != 0;
        boolean isInterface = (call.type.access & Opcodes.ACC_INTERFACE) != 0;
        if (call.isConstructor()) {
            code.visitTypeInsn(Opcodes.NEW, call.type.name);
        } else if (!isStatic) {
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitTypeInsn(Opcodes.CHECKCAST, call.type.name);
        }
        for (Type parameter : Type.getArgumentTypes(call.method.desc)) {
            push(code, parameter);
        }
        int opcode = call.isConstructor() ? Opcodes.INVOKESPECIAL : isStatic ? Opcodes.INVOKESTATIC : isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        code.visitMethodInsn(opcode, call.type.name, call.method.name, call.method.desc, isInterface);
        int size = Type.getReturnType(call.method.desc).getSize();
        if (size > 0) {
            code.visitInsn(size == 2 ? Opcodes.POP2 : Opcodes.POP);
        }
    }

    private static void push(MethodVisitor code, Type type) {
        switch (type.getSort()) {
            case Type.LONG -> code.visitInsn(Opcodes.LCONST_0);
            case Type.FLOAT -> code.visitInsn(Opcodes.FCONST_0);
            case Type.DOUBLE -> code.visitInsn(Opcodes.DCONST_0);
            case Type.ARRAY, Type.OBJECT -> {
                code.visitInsn(Opcodes.ACONST_NULL);
                code.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
            }
            default -> code.visitInsn(Opcodes.ICONST_0);
        }
    }
}
