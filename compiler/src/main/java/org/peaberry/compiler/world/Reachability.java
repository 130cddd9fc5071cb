/** Finds what the roots can reach: rapid type analysis over bytecode and the objects of the host's static state. */
package org.peaberry.compiler.world;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.peaberry.compiler.heap.HeapScan;
import org.peaberry.compiler.heap.HostProgram;
import org.peaberry.compiler.heap.Origin;

/**
 * A virtual call reaches the selected method of every class that is instantiated, by code or by an object in the image. The
 * three sets — methods, instantiated classes, virtual calls — grow together until nothing new appears.
 */
public final class Reachability {
    private final Types types;
    private final HeapScan heap;
    private final Map<MethodInfo, Reached> methods = new LinkedHashMap<>();
    private final Deque<MethodInfo> work = new ArrayDeque<>();
    private final Set<ClassInfo> instantiated = new LinkedHashSet<>();
    private final Map<ClassInfo, Reached> makers = new HashMap<>();
    private final Set<ClassInfo> used = new LinkedHashSet<>();
    /** Each with the call that came first. */
    private final Map<MethodInfo, Reached> virtualCalls = new LinkedHashMap<>();
    private final Set<FieldInfo> readFields = new LinkedHashSet<>();
    private final Set<FieldInfo> staticFields = new LinkedHashSet<>();
    private final List<String> errors = new ArrayList<>();
    private final UnsafeOffsets offsets;
    private final Refusals refusals = new Refusals();
    private final Set<MethodInfo> refused = new HashSet<>();

    /**
     * How a method was reached first.
     *
     * @param caller null for a root
     * @param line   of the caller
     * @param called the method that a dispatched call names, null for a direct call
     * @param type   the class whose instances a dispatched call selects the method for, null for a direct call
     */
    public record Reached(MethodInfo caller, int line, MethodInfo called, ClassInfo type) {
    }

    Reachability(Types types, HostProgram host) {
        this.types = types;
        offsets = new UnsafeOffsets(types);
        heap = new HeapScan(this, types::classNamed, types::typeOf, types::lambdaClass, host, new Replacements(types, host));
    }

    /** Adds a root. */
    void addRoot(MethodInfo method) {
        reach(method, null, 0);
    }

    /** Follows everything that was added; may be called again after more was. */
    void close() {
        while (!work.isEmpty()) {
            MethodInfo method = work.poll();
            new BytecodeScan(types, this, method).run();
        }
    }

    // ---- What scans report.

    void reach(MethodInfo method, MethodInfo caller, int line) {
        reach(method, new Reached(caller, line, null, null));
    }

    private void reach(MethodInfo method, Reached how) {
        if (methods.putIfAbsent(method, how) != null) {
            return;
        }
        String reason = reasonAgainst(method);
        if (reason != null && isLate(method, how)) {
            refuse(method, reason, how);
        } else if (reason != null) {
            refused.add(method);
            error(method, reason, how.caller(), how.line());
            return;
        }
        if (!method.isNative() && !method.isAbstract()) {
            work.add(method);
        }
    }

    /** Why a method cannot be called, or null when it can. */
    String reasonAgainst(MethodInfo method) {
        String outside = refusals.reasonAgainst(method);
        if (outside != null) {
            return method.displayName() + " is called. " + outside;
        }
        boolean hasCode = !method.isNative() && !method.isAbstract();
        return hasCode || CallKind.of(method) != CallKind.CALL || CallKind.isExternal(method) ? null
                : "native method " + method.displayName() + " has no substitution. Avoid it, or add one to the runtime";
    }

    /** A dispatched call names another method than this one, or is a library's. */
    private boolean isLate(MethodInfo method, Reached how) {
        boolean isNamed = how.called() == null || how.called() == method;
        return refusals.isLate(method) && !method.isAbstract() && !(isNamed && (how.caller() == null || !refusals.isLate(how.caller())));
    }

    private void refuse(MethodInfo method, String reason, Reached how) {
        RefusedCode.insteadOfBody(method.node(), method.firstLine(), reason);
        refusals.add(place(how.caller(), how.line()), reason);
    }

    void virtualCall(MethodInfo resolved, MethodInfo caller, int line) {
        if (virtualCalls.putIfAbsent(resolved, new Reached(caller, line, resolved, null)) != null) {
            return;
        }
        use(resolved.owner());
        for (ClassInfo type : List.copyOf(instantiated)) {
            reachSelected(type, resolved);
        }
    }

    private void reachSelected(ClassInfo type, MethodInfo resolved) {
        if (type.isSubtypeOf(resolved.owner())) {
            MethodInfo selected = Types.select(type, resolved);
            Reached call = virtualCalls.get(resolved);
            reach(selected.substitute() != null ? selected.substitute() : selected, new Reached(call.caller(), call.line(), resolved, type));
        }
    }

    /** An instance of the class may exist, made by code or on the host. */
    public void instantiate(ClassInfo type, MethodInfo maker, int line) {
        if (!instantiated.add(type)) {
            return;
        }
        use(type);
        makers.put(type, new Reached(maker, line, null, null));
        for (MethodInfo call : List.copyOf(virtualCalls.keySet())) {
            reachSelected(type, call);
        }
    }

    /** The type's TypeInformation is needed. */
    public void use(ClassInfo type) {
        for (ClassInfo each = type; each != null && used.add(each); each = each.superclass()) {
            if (each.isArray() && !each.component().isPrimitive()) {
                use(each.component());
            }
            each.interfaces().forEach(this::use);
        }
    }

    void readField(FieldInfo field) {
        if (readFields.add(field)) {
            heap.fieldIsRead(field);
        }
    }

    void useStatic(FieldInfo field) {
        if (staticFields.add(field)) {
            FieldInfo accessed = offsets.fieldOf(field);
            if (accessed != null) {
                readField(accessed);
            }
            heap.scanStatic(field);
        }
    }

    /** Code refers to a host object: a string literal, or the ClassInfo of a class literal. */
    void constant(Object hostObject, Origin origin) {
        heap.scan(hostObject, origin);
    }

    void error(MethodInfo method, String message, MethodInfo caller, int line) {
        errors.add(place(caller == null ? method : caller, line) + ": error: " + message + chain(caller == null ? method : caller));
    }

    /** File and line. */
    static String place(MethodInfo method, int line) {
        String file = method.owner().node().sourceFile;
        return (file == null ? method.owner().binaryName() : file) + ":" + (line == 0 ? method.firstLine() : line);
    }

    /** "reached from" lines: how a method is reached from a root. */
    public String chain(MethodInfo method) {
        StringBuilder text = new StringBuilder("\n  in ").append(method.displayName());
        Reached reached = methods.get(method);
        for (int depth = 0; reached != null && reached.caller() != null && depth < 12; depth++) {
            text.append("\n  reached from ").append(reached.caller().displayName()).append(" (")
                    .append(place(reached.caller(), reached.line())).append(')');
            reached = methods.get(reached.caller());
        }
        return text.toString();
    }

    /** How the method was reached first; null when it was not. */
    public Reached reached(MethodInfo method) {
        return methods.get(method);
    }

    /** Who made the first instance of a class; without a caller, the build host did. */
    public Reached maker(ClassInfo type) {
        return makers.get(type);
    }

    // ---- Results.

    UnsafeOffsets offsets() {
        return offsets;
    }

    Refusals refusals() {
        return refusals;
    }

    public HeapScan heap() {
        return heap;
    }

    /** Methods with code, in the order they were found. */
    List<MethodInfo> methods() {
        return methods.keySet().stream().filter(m -> !m.isNative() && !m.isAbstract() && !refused.contains(m)).toList();
    }

    boolean isReached(MethodInfo method) {
        return methods.containsKey(method);
    }

    Set<ClassInfo> instantiated() {
        return instantiated;
    }

    Set<ClassInfo> used() {
        return used;
    }

    Set<MethodInfo> virtualCalls() {
        return virtualCalls.keySet();
    }

    public boolean isRead(FieldInfo field) {
        return readFields.contains(field);
    }

    Set<FieldInfo> staticFields() {
        return staticFields;
    }

    List<String> errors() {
        return errors;
    }
}
