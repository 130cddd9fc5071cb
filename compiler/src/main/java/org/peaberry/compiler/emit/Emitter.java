/** Turns allocated machine instructions into bytes. */
package org.peaberry.compiler.emit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.peaberry.compiler.allocate.Allocation;
import org.peaberry.compiler.allocate.ParallelMove;
import org.peaberry.compiler.encode.Assembler;
import org.peaberry.compiler.encode.Form;
import org.peaberry.compiler.encode.Label;
import org.peaberry.compiler.encode.MemoryOperand;
import org.peaberry.compiler.encode.Operand;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.encode.ShortCode;
import org.peaberry.compiler.encode.Width;
import org.peaberry.compiler.ir.Local;
import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.select.ArgumentPlaces;
import org.peaberry.compiler.select.EmissionContext;
import org.peaberry.compiler.select.Location;
import org.peaberry.compiler.select.MachineBlock;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.MachineInstruction;
import org.peaberry.compiler.world.LocalVariables;
import org.peaberry.runtime.annotation.PreservesRegisters;
import org.peaberry.runtime.exception.CodeTable;

/** One prologue, the blocks in their order, then cold code. */
public final class Emitter implements EmissionContext {
    private static final int METHOD_ALIGNMENT = 16;
    /** Bytes of code that processors keep decoded together. Intel 64 and IA-32 Architectures Optimization Reference Manual, 2.5.2.2. */
    private static final int LOOP_ALIGNMENT = 32;

    private final MachineCode code;
    private final Allocation allocation;
    private final boolean alignsLoops;
    private final Assembler assembler = new Assembler();
    private final MoveEmitter moves = new MoveEmitter(assembler, this::operand);
    private final List<PendingCallSite> callSites = new ArrayList<>();
    private final List<ColdCode> coldCode = new ArrayList<>();
    /** Those whose instruction is not emitted yet. */
    private final Map<MemoryOperand, SourcePosition> nullChecks = new IdentityHashMap<>();
    private final DebugRows debug = new DebugRows();
    private final int frameSize;
    /** Null in methods that keep no registers. */
    private final SavedRegisters saved;
    private final Remains remains;
    private final ValuePlaces places;
    private MachineBlock block;
    /** The block whose code comes next, or null. */
    private MachineBlock next;
    private MachineInstruction instruction;
    private int index;
    private int faults;

    private record PendingCallSite(int returnOffset, MachineBlock handler, SourcePosition position, boolean isFault) {
    }

    private record ColdCode(Label label, Runnable emission, MachineBlock block, MachineInstruction instruction, int index) {
    }

    private Emitter(MachineCode code, Allocation allocation, boolean alignsLoops) {
        this.code = code;
        this.alignsLoops = alignsLoops;
        this.allocation = allocation;
        boolean preserves = code.method() != null && code.method().hasAnnotation(PreservesRegisters.class);
        frameSize = Long.BYTES * (code.outgoingArguments() + code.slots()) + (preserves ? SavedRegisters.SIZE : 0);
        saved = preserves ? new SavedRegisters(assembler, frameSize) : null;
        remains = new Remains(allocation);
        places = new ValuePlaces(code, allocation, remains, frameSize);
        assembler.tell(this::noteAccess);
    }

    /** @param alignsLoops whether innermost loops begin at multiples of {@link #LOOP_ALIGNMENT} from the method's start */
    public static CompiledMethod emit(MachineCode code, Allocation allocation, boolean alignsLoops) {
        return new Emitter(code, allocation, alignsLoops).run();
    }

    private CompiledMethod run() {
        takeFrame();
        List<MachineBlock> blocks = EmptyBlocks.bypass(code, allocation);
        Set<MachineBlock> aligned = alignsLoops ? LoopHeads.innermost(blocks) : Set.of();
        emitBlocks(blocks, aligned);
        emitColdCode();
        requireNullChecks();
        ShortCode shortCode = assembler.finishShort();
        List<CompiledMethod.CallSite> sites = new ArrayList<>();
        for (PendingCallSite site : callSites) {
            int handler = site.handler == null ? CompiledMethod.NO_HANDLER : site.handler.label().offset();
            sites.add(new CompiledMethod.CallSite(shortCode.newOffset(site.returnOffset), handler, site.position, site.isFault));
        }
        int alignment = aligned.isEmpty() ? METHOD_ALIGNMENT : LOOP_ALIGNMENT;
        return new CompiledMethod(code.method(), shortCode.bytes(), alignment, assembler.relocations(), frameSize, sites, debug.sources(shortCode),
                debug.frames(shortCode), shortCode.differences());
    }

    private void emitBlocks(List<MachineBlock> blocks, Set<MachineBlock> aligned) {
        for (int i = 0; i < blocks.size(); i++) {
            next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
            if (aligned.contains(blocks.get(i))) {
                assembler.alignBehindCode(LOOP_ALIGNMENT);
            }
            emitBlock(blocks.get(i));
        }
        next = null;
        remains.forget();
    }

    private void emitColdCode() {
        for (int i = 0; i < coldCode.size(); i++) {
            ColdCode cold = coldCode.get(i);
            enter(cold.block, cold.instruction, cold.index);
            prepared();
            assembler.bind(cold.label);
            cold.emission.run();
        }
    }

    private void takeFrame() {
        noteArguments();
        debug.frame(0, 0);
        if (frameSize > 0) {
            adjustStack(Form.SUB_I8, Form.SUB_I);
            debug.frame(assembler.position(), frameSize);
        }
        if (saved != null) {
            saved.save();
        }
    }

    /** Until they are moved, arguments are where the caller put them. */
    private void noteArguments() {
        if (code.method() != null) {
            List<Local> parameters = LocalVariables.parameters(code.method()).stream().map(variable -> new Local(variable, null)).toList();
            List<ValuePlace> incoming = ArgumentPlaces.incoming(code.method().argumentIrTypes()).stream().map(places::of).toList();
            debug.source(0, new SourcePosition(code.method(), code.method().firstLine(), null, parameters), incoming);
        }
    }

    private void adjustStack(Form small, Form large) {
        if (frameSize == (byte) frameSize) {
            assembler.mi8(small, Width.QUAD, Register.RSP, frameSize);
        } else {
            assembler.mi(large, Width.QUAD, Register.RSP, frameSize);
        }
    }

    private void emitBlock(MachineBlock each) {
        assembler.bind(each.label());
        remains.enter(each);
        for (int i = 0; i < each.instructions().size(); i++) {
            enter(each, each.instructions().get(i), allocation.start(each) + i);
            boolean first = i == 0;
            note(places.before(index, first, instruction.position()));
            if (first) {
                moveAll(allocation.edgeMovesBefore(index));
            }
            moveAll(allocation.movesBefore(index));
            if (!first) {
                moveAll(allocation.edgeMovesBefore(index));
            }
            prepared();
            instruction.emission().emit(this);
            remains.executed(instruction, index);
            moveAll(allocation.movesAfter(index));
        }
        remains.leave(each);
    }

    private void enter(MachineBlock newBlock, MachineInstruction newInstruction, int newIndex) {
        block = newBlock;
        instruction = newInstruction;
        index = newIndex;
        debug.frame(assembler.position(), frameSize);
    }

    private void note(List<ValuePlace> values) {
        debug.source(assembler.position(), instruction.position(), values);
    }

    private void moveAll(List<Allocation.Move> moves) {
        if (!moves.isEmpty()) {
            remains.moved(moves);
            this.moves.setInts(moves.stream().filter(move -> code.isInt(move.value())).map(Allocation.Move::from).collect(Collectors.toSet()));
            ParallelMove.resolve(moves.stream().map(Allocation.Move::from).toList(), moves.stream().map(Allocation.Move::to).toList(), this.moves);
        }
    }

    // ---- EmissionContext.

    @Override
    public Assembler assembler() {
        return assembler;
    }

    @Override
    public Location use(int operand) {
        return allocation.useLocation(index, instruction.uses().get(operand).register());
    }

    @Override
    public Location definition(int operand) {
        return allocation.definitionLocation(index, instruction.definitions().get(operand).register());
    }

    @Override
    public Register useRegister(int operand) {
        return ((Location.InRegister) use(operand)).register();
    }

    @Override
    public Register definitionRegister(int operand) {
        return ((Location.InRegister) definition(operand)).register();
    }

    @Override
    public Operand operand(Location location) {
        if (location instanceof Location.InRegister in) {
            return in.register();
        }
        int offset;
        if (location instanceof Location.InSlot slot) {
            offset = Long.BYTES * (code.outgoingArguments() + slot.slot());
        } else if (location instanceof Location.IncomingArgument incoming) {
            offset = frameSize + Long.BYTES * (incoming.index() + 1);
        } else {
            offset = Long.BYTES * ((Location.OutgoingArgument) location).index();
        }
        return MemoryOperand.of(Register.RSP, offset);
    }

    @Override
    public void moveAll(List<Location> from, List<Location> to) {
        moves.setInts(instruction.uses().stream().map(MachineInstruction.Operand::register).filter(code::isInt)
                .map(used -> allocation.useLocation(index, used)).collect(Collectors.toSet()));
        ParallelMove.resolve(from, to, moves);
    }

    @Override
    public void move(Location from, Location to) {
        if (!from.equals(to)) {
            moves.setInts(Set.of());
            moves.move(from, to);
        }
    }

    @Override
    public void prepared() {
        note(places.during(index, !instruction.clobbers().isEmpty(), instruction.position()));
    }

    @Override
    public void callSite(SourcePosition position) {
        callSites.add(new PendingCallSite(assembler.position(), block.handler(), position, false));
    }

    @Override
    public void nullCheck(MemoryOperand operand, SourcePosition position) {
        nullChecks.put(operand, position);
    }

    /** The faulting instruction counts as a call that returns into its middle, where no call can return to. */
    private void noteAccess(MemoryOperand operand, int start) {
        if (nullChecks.containsKey(operand)) {
            callSites.add(new PendingCallSite(start + CodeTable.FAULT_SITE, block.handler(), nullChecks.remove(operand), true));
            faults++;
        }
    }

    /** A check that was left to an access must not be lost with it. */
    private void requireNullChecks() {
        if (faults != code.nullFaults()) {
            throw new IllegalStateException(code.nullFaults() + " null checks were left to accesses, of which " + faults + " were emitted");
        }
    }

    @Override
    public void cold(Label label, Runnable emission) {
        coldCode.add(new ColdCode(label, emission, block, instruction, index));
    }

    @Override
    public boolean isNext(MachineBlock other) {
        return other.destination() == next;
    }

    @Override
    public void releaseFrame() {
        if (saved != null) {
            saved.restore();
        }
        if (frameSize > 0) {
            adjustStack(Form.ADD_I8, Form.ADD_I);
            debug.frame(assembler.position(), 0);
        }
    }

    @Override
    public int frameSize() {
        return frameSize;
    }
}
