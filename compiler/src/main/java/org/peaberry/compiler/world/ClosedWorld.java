/** The closed world: what the program can reach, and the numbers that follow from it. */
package org.peaberry.compiler.world;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.heap.HeapScan;
import org.peaberry.compiler.heap.HostProgram;
import org.peaberry.compiler.heap.Origin;
import org.peaberry.runtime.annotation.Entrypoint;
import org.peaberry.runtime.annotation.Entrypoints;

/** Built in two steps: add roots, then {@link #close}; after that everything here is fixed. */
public final class ClosedWorld implements World, ImageLayout {
    private static final String PROGRAM_MAIN = "org/peaberry/runtime/linux/ProgramMain";
    private static final String MAIN_DESCRIPTOR = "([Ljava/lang/String;)V";
    private static final String TYPE_INFORMATION = "org/peaberry/runtime/object/TypeInformation";

    private final Types types;
    private final Reachability reachability;
    private final FieldLayout layout = new FieldLayout();
    private final CallTargets targets;
    private final Map<ByteBuffer, byte[]> interfaceBits = new HashMap<>();
    private final Map<String, MethodInfo> entrypoints = new TreeMap<>();
    private TypeNumbering numbering;
    private DispatchTables dispatch;
    private boolean hasFloatingPoint = true;
    private boolean hasAllocationWindow;

    public ClosedWorld(ClassPath classPath) {
        types = new Types(classPath);
        reachability = new Reachability(types, new HostProgram(classPath));
        targets = new CallTargets(reachability.instantiated());
    }

    // ---- Roots.

    /** Adds the runtime methods that compiled code calls. */
    public void addRuntimeRoots() {
        for (RuntimeMethod method : RuntimeMethod.usedIn(this)) {
            reachability.addRoot(runtimeMethod(method));
        }
        reachability.use(classNamed(TYPE_INFORMATION));
        reachability.instantiate(classNamed(TYPE_INFORMATION), null, 0);
        reachability.instantiate(classNamed("java/lang/String"), null, 0);
        reachability.instantiate(classNamed("[B"), null, 0);
        reachability.readField(classNamed("java/lang/String").declaredField("value"));
    }

    /** Adds the @Entrypoint methods of a class and of those that its @Entrypoints names. */
    public void addEntrypoints(ClassInfo main) {
        for (MethodInfo method : main.methods()) {
            AnnotationNode annotation = method.annotation(Entrypoint.class);
            if (annotation != null) {
                entrypoints.put((String) Annotations.element(annotation, "value"), method);
                reachability.addRoot(method);
            }
        }
        namedBy(main).forEach(this::addEntrypoints);
    }

    private List<ClassInfo> namedBy(ClassInfo main) {
        Object others = Annotations.element(Annotations.find(main.node().visibleAnnotations, Entrypoints.class), "value");
        return others instanceof List<?> list ? list.stream().map(type -> classNamed(((Type) type).getInternalName())).toList() : List.of();
    }

    /** Limits the recursion of the methods that a class, and those that its @Entrypoints names, declare as guarded. Before any other root is added. */
    public void addRecursionGuards(ClassInfo main) {
        declareGuards(main);
        types.guards().declared().forEach(this::classNamed);
    }

    private void declareGuards(ClassInfo type) {
        types.guards().declare(type.node());
        namedBy(type).forEach(this::declareGuards);
    }

    /** Makes the runtime of a Linux program call the main method of a class. */
    public void setProgramMain(ClassInfo main) {
        MethodInfo method = main.declaredMethod("main", MAIN_DESCRIPTOR);
        if (method == null || !method.isStatic()) {
            throw new CompilerError("error: class " + main.binaryName() + " has no 'static void main(String[])'. Name the class that has it with --main");
        }
        classNamed(PROGRAM_MAIN).declaredMethod("main", MAIN_DESCRIPTOR).setSubstitute(method);
    }

    /** Finds everything reachable and fixes numbers and tables. */
    public void close() {
        reachability.close();
        try {
            fillMapsAgain();
        } catch (CompilerError e) {
            reachability.errors().add(e.getMessage());
        }
        dispatch = new DispatchTables(reachability.virtualCalls(), reachability.instantiated());
        numbering = new TypeNumbering(reachability.used());
    }

    /** What fills maps may ask for classes, and classes lead to objects: there may be maps among them. */
    private void fillMapsAgain() {
        addMirrors();
        if (reachability.refusals().areDeferred()) {
            HostMapFilling filling = new HostMapFilling(types, reachability);
            while (filling.run()) {
                addMirrors();
            }
        }
    }

    /** Where code asks objects for their class, every type has its Class object in the image. */
    private void addMirrors() {
        if (!hasMirrors()) {
            return;
        }
        for (int known = 0; known < reachability.used().size();) {
            known = reachability.used().size();
            List.copyOf(reachability.used()).forEach(type -> reachability.constant(type, Origin.ofType(type)));
            addArrays();
            reachability.close();
        }
    }

    /** Where arrays are made by the class of their elements, there are arrays of all classes that the program has. */
    private void addArrays() {
        if (reachability.isRead(classNamed(TYPE_INFORMATION).declaredField("array"))) {
            List.copyOf(reachability.used()).stream().filter(type -> !type.isArray() && !type.isWord())
                    .forEach(type -> reachability.instantiate(classNamed("[" + type.descriptor()), null, 0));
        }
    }

    /** Problems found on the way, each a complete message. */
    public List<String> errors() {
        return reachability.errors();
    }

    public String chain(MethodInfo method) {
        return reachability.chain(method);
    }

    // ---- Results.

    /** Methods to compile. */
    public List<MethodInfo> methods() {
        return reachability.methods();
    }

    /** Global symbols of entry points. */
    public Map<String, MethodInfo> entrypoints() {
        return entrypoints;
    }

    public HeapScan heap() {
        return reachability.heap();
    }

    public Reachability reachability() {
        return reachability;
    }

    /** Types that need a TypeInformation. */
    public List<ClassInfo> usedTypes() {
        return new ArrayList<>(reachability.used());
    }

    public boolean isInstantiated(ClassInfo type) {
        return reachability.instantiated().contains(type);
    }

    public List<FieldInfo> staticFields() {
        return new ArrayList<>(reachability.staticFields());
    }

    public boolean isRead(FieldInfo field) {
        return reachability.isRead(field);
    }

    // ---- World.

    @Override
    public synchronized ClassInfo classNamed(String name) {
        return types.classNamed(name);
    }

    @Override
    public synchronized ClassInfo typeOf(String descriptor) {
        return types.typeOf(descriptor);
    }

    /** The type of a descriptor, or null when nothing needed that class so far. */
    public synchronized ClassInfo loadedType(String descriptor) {
        return types.loadedType(descriptor);
    }

    @Override
    public synchronized FieldInfo resolveField(String owner, String name, String descriptor) {
        return types.resolveField(owner, name, descriptor);
    }

    @Override
    public synchronized MethodInfo resolveMethod(String owner, String name, String descriptor) {
        return types.resolveMethod(owner, name, descriptor);
    }

    @Override
    public MethodInfo selectMethod(ClassInfo receiverClass, MethodInfo resolved) {
        return Types.select(receiverClass, resolved);
    }

    @Override
    public MethodInfo soleTarget(MethodInfo resolved) {
        List<MethodInfo> all = targets.of(resolved);
        return all.size() == 1 ? all.get(0) : null;
    }

    /** Methods with code that a virtual or interface call can reach, substitutions applied. */
    public List<MethodInfo> possibleTargets(MethodInfo resolved) {
        return targets.of(resolved).stream().map(m -> m.substitute() != null ? m.substitute() : m).toList();
    }

    @Override
    public boolean isLeaf(ClassInfo type) {
        return targets.isLeaf(type);
    }

    @Override
    public boolean isEveryInstance(ClassInfo declared, ClassInfo type) {
        return targets.isEveryInstance(declared, type);
    }

    /** A Class object and an exception are not in the image as they are on the host. In code that is never reached, the object may be of another class. */
    @Override
    public synchronized boolean hasConstantValue(FieldInfo field, Object object) {
        boolean isOfHost = object instanceof ClassInfo || object instanceof Class<?> || object instanceof Throwable;
        return field.isFinal() && !field.isStatic() && !isOfHost && imageType(object).isSubtypeOf(field.owner());
    }

    /** The host's own streams, for one, are others in the image. */
    @Override
    public synchronized ClassInfo imageType(Object hostObject) {
        return heap().typeOf(heap().imageObject(hostObject).getClass());
    }

    @Override
    public synchronized Object constantValue(FieldInfo field, Object object) {
        Object value = heap().host().fieldValue(field, heap().imageObject(object));
        return field.type().isWord() ? (Object) WordValue.of(value) : value;
    }

    @Override
    public boolean hasConstantValue(FieldInfo field) {
        return field.isStatic() && field.isFinal() && !field.owner().isPrimitive();
    }

    @Override
    public synchronized Object constantValue(FieldInfo field) {
        FieldInfo accessed = reachability.offsets().fieldOf(field);
        if (accessed != null) {
            return (long) layout.offset(accessed);
        }
        Object value = heap().staticValue(field);
        return field.type().isWord() ? (Object) WordValue.of(value) : value;
    }

    @Override
    public MethodInfo runtimeMethod(RuntimeMethod method) {
        return resolveMethod(method.owner(), method.methodName(), method.descriptor());
    }

    @Override
    public boolean hasFloatingPoint() {
        return hasFloatingPoint;
    }

    @Override
    public boolean hasAllocationWindow() {
        return hasAllocationWindow;
    }

    /** Declares that what is refused to code of libraries is only refused when it is reached. Before roots are added. */
    public void deferRefusals() {
        reachability.refusals().deferAll();
    }

    /** Where code of libraries throws when it is reached. */
    public List<Refusals.Refusal> refusals() {
        return reachability.refusals().found();
    }

    /** Declares that the program runs on one processor, and can have a window to cut objects from. Before roots are added. */
    public void useAllocationWindow() {
        hasAllocationWindow = true;
    }

    /** Declares that the program may not compute with float and double. */
    public void forbidFloatingPoint() {
        hasFloatingPoint = false;
    }

    // ---- ImageLayout.

    @Override
    public int fieldOffset(FieldInfo field) {
        return layout.offset(field);
    }

    @Override
    public int instanceSize(ClassInfo type) {
        return layout.size(type);
    }

    @Override
    public int dispatchOffset(MethodInfo method) {
        if (method.owner().isInterface()) {
            return -Long.BYTES * (dispatch.colour(method) + 1);
        }
        return dispatchTableOffset() + Long.BYTES * dispatch.slot(method);
    }

    /** Bytes from a TypeInformation to its dispatch table. */
    public int dispatchTableOffset() {
        return layout.size(classNamed(TYPE_INFORMATION));
    }

    public int interfaceColours() {
        return dispatch.colourCount();
    }

    public int dispatchSlots(ClassInfo type) {
        return dispatch.slotCount(type);
    }

    /** What an instantiated class's dispatch slot holds, or null when the method cannot be called. */
    public MethodInfo dispatched(ClassInfo type, int slot) {
        return compiled(Types.select(type, dispatch.methodOfSlot(type, slot)));
    }

    /** What an instantiated class's interface slot holds, or null. */
    public MethodInfo dispatchedInterface(ClassInfo type, int colour) {
        MethodInfo method = dispatch.methodOfColour(type, colour);
        return method == null ? null : compiled(Types.select(type, method));
    }

    private MethodInfo compiled(MethodInfo selected) {
        MethodInfo method = selected.substitute() != null ? selected.substitute() : selected;
        return reachability.isReached(method) && !method.isAbstract() && !method.isNative() ? method : null;
    }

    @Override
    public int typeId(ClassInfo type) {
        return numbering.id(type);
    }

    @Override
    public int lastSubtypeId(ClassInfo type) {
        return numbering.lastId(type);
    }

    @Override
    public int interfaceBit(ClassInfo type) {
        return numbering.interfaceBit(type);
    }

    /** Bits of the interfaces that a type implements, one array for equal ones, which is in the image. */
    public byte[] interfaceBits(ClassInfo type) {
        byte[] bits = numbering.interfaceBits(type);
        return interfaceBits.computeIfAbsent(ByteBuffer.wrap(bits), b -> bits);
    }

    /** The type's name as the image has it. */
    public String typeName(ClassInfo type) {
        return type.binaryName().intern();
    }

    /** Whether types refer to their Class objects. */
    public boolean hasMirrors() {
        return reachability.isRead(classNamed(TYPE_INFORMATION).declaredField("mirror"));
    }

    /** The array type with that element type, or null when the program does not use it. */
    public ClassInfo arrayOf(ClassInfo element) {
        ClassInfo array = types.knownArray(element);
        return array != null && reachability.used().contains(array) ? array : null;
    }

    @Override
    public String typeSymbol(ClassInfo type) {
        return "type:" + type.name();
    }

    @Override
    public String staticSymbol(FieldInfo field) {
        return "static:" + field.owner().name() + "." + field.name();
    }

    @Override
    public synchronized String objectSymbol(Object hostObject) {
        Object object = heap().imageObject(hostObject);
        if (heap().typeOfObject(object) == null) {
            heap().scan(object, Origin.CODE);
        }
        return "object:" + heap().indexOf(object);
    }
}
