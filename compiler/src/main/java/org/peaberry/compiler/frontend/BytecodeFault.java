/** Tells a class file whose bytecode is wrong from a fault of the front end. */
package org.peaberry.compiler.frontend;

import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicVerifier;
import org.peaberry.compiler.world.MethodInfo;

public final class BytecodeFault {
    private BytecodeFault() {
    }

    /** The message, or null when the method's bytecode is well-formed. For methods that the front end failed on. */
    public static String find(MethodInfo method) {
        try {
            new Analyzer<>(new BasicVerifier()).analyze(method.owner().name(), method.node());
            return null;
        } catch (AnalyzerException | RuntimeException e) {
            String file = method.owner().node().sourceFile;
            return (file == null ? method.owner().binaryName() : file) + ":" + method.firstLine() + ": error: the bytecode of " + method.displayName() + " is wrong: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ". The class file is damaged, or the tool that made it is at fault: compile the class again";
        }
    }
}
