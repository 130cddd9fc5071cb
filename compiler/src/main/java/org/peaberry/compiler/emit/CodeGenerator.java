/** From an optimized graph to machine code: selection, allocation, emission. */
package org.peaberry.compiler.emit;

import java.util.List;

import org.peaberry.compiler.allocate.Allocation;
import org.peaberry.compiler.allocate.AllocationVerifier;
import org.peaberry.compiler.encode.Register;
import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.lower.ConstantDivision;
import org.peaberry.compiler.select.MachineCode;
import org.peaberry.compiler.select.Selector;
import org.peaberry.compiler.world.ImageLayout;
import org.peaberry.compiler.world.World;

public final class CodeGenerator {
    /** All but RSP and the scratch registers R11 and XMM15; those that cost no REX prefix first. */
    public static final List<Register> ALLOCATABLE = List.of(Register.RAX, Register.RCX, Register.RDX, Register.RSI, Register.RDI,
            Register.RBX, Register.RBP, Register.R8, Register.R9, Register.R10, Register.R12, Register.R13, Register.R14, Register.R15,
            Register.XMM0, Register.XMM1, Register.XMM2, Register.XMM3, Register.XMM4, Register.XMM5, Register.XMM6, Register.XMM7,
            Register.XMM8, Register.XMM9, Register.XMM10, Register.XMM11, Register.XMM12, Register.XMM13, Register.XMM14);

    private CodeGenerator() {
    }

    public static CompiledMethod compile(Graph graph, World world, ImageLayout layout, CodeOptions options) {
        ConstantDivision.lower(graph);
        MachineCode code = Selector.select(graph, world, layout, options.nullFaults());
        Allocation allocation = Allocation.allocate(code, options.registers());
        if (options.verify()) {
            AllocationVerifier.verify(code, allocation);
        }
        return Emitter.emit(code, allocation, options.alignsLoops());
    }
}
