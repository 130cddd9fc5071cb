/** A Linux program that calls compiled graphs with given arguments and writes out what they return. */
package org.peaberry.compiler.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.ConditionCode;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.Relocation;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.image.ImageFiles;
import org.peaberry.compiler.image.Linker;
import org.peaberry.compiler.image.Region;
import org.peaberry.compiler.image.Section;
import org.peaberry.compiler.image.Symbol;
import org.peaberry.compiler.image.Target;
import org.peaberry.compiler.world.MethodInfo;

/** All registers but RSP are overwritten in calls, as the calling convention allows. */
final class NativeProgram {
    private static final Register[] ARGUMENTS = {Register.RDI, Register.RSI, Register.RDX, Register.RCX, Register.R8, Register.R9};
    private static final String RESULTS = "results";
    private static final String HANDLERS = "handlers";
    private static final long GARBAGE = 0xdead_beef_dead_beefL;
    private static final int SYS_WRITE = 1;
    private static final int SYS_MMAP = 9;
    private static final int SYS_EXIT = 60;
    private static final int READ_WRITE = 3;
    /** MAP_PRIVATE, MAP_FIXED, MAP_ANONYMOUS. */
    private static final int FIXED_MEMORY = 0x32;

    private final Section text = new Section(".text", Region.TEXT);
    private final Section handlers = new Section(".data", Region.DATA);
    private final Assembler start = new Assembler();
    private int calls;
    private int methods;

    NativeProgram() {
        systemCall(SYS_MMAP, ValueGenerator.MEMORY, ValueGenerator.MEMORY_SIZE, READ_WRITE, FIXED_MEMORY);
        handlers.define(new Symbol(HANDLERS, 0, 0, Symbol.Kind.OBJECT));
    }

    private void systemCall(int number, long... arguments) {
        Register[] registers = {Register.RDI, Register.RSI, Register.RDX, Register.R10};
        for (int i = 0; i < arguments.length; i++) {
            start.moveImmediate(registers[i], arguments[i]);
        }
        start.moveImmediate(Register.R8, -1);
        start.moveImmediate(Register.R9, 0);
        start.moveImmediate(Register.RAX, number);
        start.zo(Form.SYSCALL);
    }

    /** Adds a method; returns its symbol. */
    String add(CompiledMethod method) {
        String symbol = "method" + methods++;
        place(symbol, method.code(), method.relocations());
        for (CompiledMethod.CallSite site : method.callSites()) {
            if (site.handlerOffset() != CompiledMethod.NO_HANDLER) {
                int entry = handlers.append(new byte[2 * Long.BYTES], Long.BYTES);
                handlers.relocate(new Relocation(entry, Relocation.Kind.ABSOLUTE64, symbol, site.returnOffset()));
                handlers.relocate(new Relocation(entry + Long.BYTES, Relocation.Kind.ABSOLUTE64, symbol, site.handlerOffset()));
            }
        }
        return symbol;
    }

    private void place(String symbol, byte[] code, List<Relocation> relocations) {
        int offset = text.append(code, 16);
        text.define(new Symbol(symbol, offset, code.length, Symbol.Kind.FUNCTION));
        relocations.forEach(relocation -> text.relocate(relocation.movedBy(offset)));
    }

    private void place(String symbol, Assembler assembler) {
        place(symbol, assembler.finish(), assembler.relocations());
    }

    /** Adds a call; its result comes next in what {@link #run} returns. Ints are passed with zeros above. */
    void call(String symbol, List<Object> arguments) {
        for (int i = arguments.size() - 1; i >= 0; i--) {
            Object argument = arguments.get(i);
            long bits = argument instanceof Integer narrow ? Integer.toUnsignedLong(narrow) : (Long) argument;
            start.moveImmediate(i < ARGUMENTS.length ? ARGUMENTS[i] : Register.RAX, bits);
            if (i >= ARGUMENTS.length) {
                start.o(Form.PUSH, Width.DOUBLE, Register.RAX);
            }
        }
        start.call(symbol);
        int stack = Long.BYTES * Math.max(0, arguments.size() - ARGUMENTS.length);
        start.mi(Form.ADD_I, Width.QUAD, Register.RSP, stack);
        start.rm(Form.MOV_MR, Width.QUAD, Register.RAX, MemoryOperand.symbol(RESULTS, Long.BYTES * calls++));
    }

    /** {@link Callee#mix}. */
    void addMix(MethodInfo method) {
        Assembler code = new Assembler();
        code.moveImmediate(Register.RAX, 0);
        for (int i = 0; i < 8; i++) {
            code.rmi8(Form.IMUL_I8, Width.QUAD, Register.RAX, Register.RAX, 31);
            code.rm(Form.ADD_RM, Width.QUAD, Register.RAX,
                    i < ARGUMENTS.length ? ARGUMENTS[i] : MemoryOperand.of(Register.RSP, Long.BYTES * (i - ARGUMENTS.length + 1)));
        }
        overwriteRegisters(code, Register.RAX, Register.RSP);
        code.zo(Form.RET);
        place(method.symbol(), code);
    }

    /** {@link Callee#onlyEven}, which finds its handler by return address. */
    void addOnlyEven(MethodInfo method) {
        Assembler code = new Assembler();
        Label odd = new Label();
        Label search = new Label();
        code.mi(Form.TEST_I, Width.DOUBLE, Register.RDI, 1);
        code.jump(ConditionCode.NE, odd);
        code.rm(Form.LEA, Width.QUAD, Register.RAX, MemoryOperand.of(Register.RDI, 1));
        overwriteRegisters(code, Register.RAX, Register.RSP);
        code.zo(Form.RET);
        code.bind(odd);
        code.o(Form.POP, Width.DOUBLE, Register.RDX);
        code.rm(Form.LEA, Width.QUAD, Register.RCX, MemoryOperand.symbol(HANDLERS, -2 * Long.BYTES));
        code.bind(search);
        code.mi8(Form.ADD_I8, Width.QUAD, Register.RCX, 2 * Long.BYTES);
        code.rm(Form.CMP_MR, Width.QUAD, Register.RDX, MemoryOperand.of(Register.RCX, 0));
        code.jump(ConditionCode.NE, search);
        code.rm(Form.MOV_RM, Width.QUAD, Register.RCX, MemoryOperand.of(Register.RCX, Long.BYTES));
        overwriteRegisters(code, Register.RCX, Register.RSP);
        code.m(Form.JMP_M, Width.DOUBLE, Register.RCX);
        place(method.symbol(), code);
    }

    private static void overwriteRegisters(Assembler code, Register... spared) {
        for (Register register : Register.general()) {
            if (!List.of(spared).contains(register)) {
                code.moveImmediate(register, GARBAGE);
            }
        }
    }

    /** Runs it once; the results in the order of the calls. */
    long[] run(Path folder) throws IOException, InterruptedException {
        start.moveImmediate(Register.RDI, 1);
        start.rm(Form.LEA, Width.QUAD, Register.RSI, MemoryOperand.symbol(RESULTS, 0));
        start.moveImmediate(Register.RDX, (long) Long.BYTES * calls);
        start.moveImmediate(Register.RAX, SYS_WRITE);
        start.zo(Form.SYSCALL);
        systemCall(SYS_EXIT, 0);
        place(Target.LINUX.entrySymbol(), start);
        Section results = new Section(".bss", Region.BSS);
        results.define(new Symbol(RESULTS, results.reserve(Long.BYTES * calls, Long.BYTES), 0, Symbol.Kind.OBJECT));
        Path program = folder.resolve("program");
        ImageFiles.write(new Linker(Target.LINUX).add("code", text, handlers, results).link(), program);
        return read(program);
    }

    private long[] read(Path program) throws IOException, InterruptedException {
        Path output = program.resolveSibling("output");
        Process process = new ProcessBuilder("timeout", "30", program.toString()).redirectOutput(output.toFile()).start();
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("the program ended with status " + status);
        }
        long[] values = new long[calls];
        ByteBuffer.wrap(Files.readAllBytes(output)).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
        return values;
    }

    /** The same arguments for any run with one seed. */
    static List<Object> arguments(List<org.peaberry.compiler.ir.Type> types, java.util.Random random) {
        List<Object> arguments = new ArrayList<>();
        for (org.peaberry.compiler.ir.Type type : types) {
            long bits = random.nextLong() >> random.nextInt(64);
            arguments.add(type == org.peaberry.compiler.ir.Type.INT ? (Object) (int) bits : (Object) bits);
        }
        return arguments;
    }
}
