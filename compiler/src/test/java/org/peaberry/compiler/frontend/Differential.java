/** Runs the static methods of a compiled class on HotSpot and as interpreted IR, and compares what comes out. */
package org.peaberry.compiler.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import org.peaberry.compiler.ir.Graph;
import org.peaberry.compiler.ir.GraphPrinter;
import org.peaberry.compiler.ir.GraphVerifier;
import org.peaberry.compiler.world.HostWorld;
import org.peaberry.compiler.world.MethodInfo;

/** Every public static method of the class is called with combinations of awkward ints and longs; the outcome is a value or an exception. */
public final class Differential {
    private static final Object[] INTS = {0, 1, -1, 2, 5, 7, 31, 33, 100, -128, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final Object[] LONGS = {0L, 1L, -1L, 3L, 63L, 65L, 1000L, 0x80000000L, 0xFFFFFFFFL, Long.MAX_VALUE, Long.MIN_VALUE};

    private final ClassLoader loader;
    private final HostWorld world;
    private final BiFunction<HostWorld, MethodInfo, Graph> compiler;
    private final Map<MethodInfo, Graph> graphs = new HashMap<>();

    private Differential(JavaSource source, BiFunction<HostWorld, MethodInfo, Graph> compiler) {
        loader = source.loader();
        world = source.world();
        this.compiler = compiler;
    }

    /** Compares with what the front end alone makes. */
    public static void check(String className, String source) {
        check(className, source, (world, method) -> {
            Graph graph = GraphBuilder.build(world, method);
            GraphVerifier.verify(graph, "front end");
            return graph;
        });
    }

    /** @param compiler gives the IR of a method */
    public static void check(String className, String source, BiFunction<HostWorld, MethodInfo, Graph> compiler) {
        check(JavaSource.compile(className, source), className, compiler);
    }

    /** @param compiler gives the IR of a method */
    public static void check(JavaSource compiled, String className, BiFunction<HostWorld, MethodInfo, Graph> compiler) {
        new Differential(compiled, compiler).checkClass(className);
    }

    private void checkClass(String className) {
        try {
            for (Method method : loader.loadClass(className).getDeclaredMethods()) {
                if (java.lang.reflect.Modifier.isPublic(method.getModifiers())) {
                    combinations(method.getParameterTypes()).forEach(arguments -> compare(method, arguments));
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<Object[]> combinations(Class<?>[] types) {
        List<Object[]> all = List.<Object[]>of(new Object[0]);
        for (Class<?> type : types) {
            List<Object[]> longer = new ArrayList<>();
            for (Object[] prefix : all) {
                for (Object value : type == int.class ? INTS : LONGS) {
                    Object[] extended = java.util.Arrays.copyOf(prefix, prefix.length + 1);
                    extended[prefix.length] = value;
                    longer.add(extended);
                }
            }
            all = longer;
        }
        return all;
    }

    private void compare(Method method, Object[] arguments) {
        String descriptor = org.objectweb.asm.Type.getMethodDescriptor(method);
        MethodInfo info = world.resolveMethod(method.getDeclaringClass().getName().replace('.', '/'), method.getName(), descriptor);
        Object expected = outcome(() -> HostObjects.fromHost(method.invoke(null, arguments), method.getReturnType()));
        Object actual;
        try {
            actual = outcome(() -> new GraphInterpreter(world, loader, m -> graphs.computeIfAbsent(m, x -> compiler.apply(world, x)))
                    .call(info, arguments));
        } catch (IllegalStateException e) {
            throw new AssertionError(e.getMessage() + "\n" + text(info), e);
        }
        assertEquals(expected, actual, () -> method + java.util.Arrays.toString(arguments) + "\n" + text(info));
    }

    private String text(MethodInfo info) {
        return graphs.containsKey(info) ? GraphPrinter.print(graphs.get(info)) : "";
    }

    private interface Attempt {
        Object run() throws Throwable;
    }

    private static Object outcome(Attempt attempt) {
        try {
            return attempt.run();
        } catch (InvocationTargetException e) {
            return describe(e.getCause());
        } catch (IllegalStateException | Unsupported | org.peaberry.compiler.driver.CompilerError e) {
            throw e;
        } catch (Throwable e) {
            return describe(e);
        }
    }

    /** Messages are compared for exceptions that programs throw, not for those of failed checks, whose texts are HotSpot's own. */
    private static String describe(Throwable thrown) {
        boolean ofCheck = thrown instanceof NullPointerException || thrown instanceof ClassCastException;
        return "throws " + (ofCheck ? thrown.getClass() : thrown.toString());
    }
}
