/** A method's name in reports: package, class, and name with its parameters as in source. */
package org.peaberry.compiler.report;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.objectweb.asm.Type;
import org.peaberry.compiler.world.MethodInfo;

/** @param packageName empty for the unnamed package
 * @param className nested ones as {@code Outer.Inner}
 * @param signature {@code run(int, String[])} */
record MethodName(String packageName, String className, String signature) {
    /** The '$' before the name of a nested class, but not those in {@code Outer$$Lambda$1}. */
    private static final Pattern NESTED = Pattern.compile("(?<!\\$)\\$(?=[A-Za-z])");

    static MethodName of(MethodInfo method) {
        String owner = method.owner().binaryName();
        String parameters = Arrays.stream(Type.getArgumentTypes(method.descriptor())).map(Type::getClassName).map(MethodName::simple)
                .collect(Collectors.joining(", ", "(", ")"));
        return new MethodName(owner.substring(0, Math.max(0, owner.lastIndexOf('.'))), simple(owner), method.name() + parameters);
    }

    /** A class's name without its package. */
    static String simple(String className) {
        return NESTED.matcher(className.substring(className.lastIndexOf('.') + 1)).replaceAll(".");
    }

    /** {@code org.example.Main.run(int)}. */
    String full() {
        return (packageName.isEmpty() ? "" : packageName + ".") + className + "." + signature;
    }

    /** {@code Main.run(int)}. */
    String brief() {
        return className + "." + signature;
    }
}
