/** How the code of methods is generated. */
package org.peaberry.compiler.emit;

import java.util.List;

import org.peaberry.compiler.encode.Register;

/**
 * @param verify      whether the allocation is proven right, which takes time
 * @param nullFaults  whether accesses through null fault, so that they may be null checks
 * @param alignsLoops whether innermost loops begin where the processor fetches code, which makes the program longer
 * @param registers   those that may be given out: fewer of them make a harder test
 */
public record CodeOptions(boolean verify, boolean nullFaults, boolean alignsLoops, List<Register> registers) {
    public CodeOptions(boolean verify, boolean nullFaults, boolean alignsLoops) {
        this(verify, nullFaults, alignsLoops, CodeGenerator.ALLOCATABLE);
    }
}
