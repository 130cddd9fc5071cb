/** Loads types on demand and resolves references to fields and methods. */
package org.peaberry.compiler.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.heap.JdkLambdas;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.world.desugar.Desugaring;
import org.peaberry.compiler.world.desugar.LambdaClass;
import org.peaberry.compiler.world.guard.RecursionGuards;
import org.peaberry.runtime.annotation.HiddenMethod;
import org.peaberry.runtime.annotation.RawStructure;
import org.peaberry.runtime.annotation.Unboxed;

/** Resolution follows JVMS §5.4.3; access is not checked, as javac did. */
final class Types {
    private static final String OBJECT = "java/lang/Object";

    private final ClassPath classPath;
    private final Substitutions substitutions;
    private final Map<String, ClassInfo> types = new LinkedHashMap<>();
    private final Map<String, ClassInfo> primitives = new HashMap<>();
    private final Map<String, ClassInfo> absent = new HashMap<>();
    private final Map<String, List<LambdaClass>> lambdas = new HashMap<>();
    private final RecursionGuards guards = new RecursionGuards();

    Types(ClassPath classPath) {
        this.classPath = classPath;
        addPrimitive("Z", MemoryKind.BOOLEAN);
        addPrimitive("B", MemoryKind.BYTE);
        addPrimitive("S", MemoryKind.SHORT);
        addPrimitive("C", MemoryKind.CHAR);
        addPrimitive("I", MemoryKind.INT);
        addPrimitive("J", MemoryKind.LONG);
        addPrimitive("F", MemoryKind.FLOAT);
        addPrimitive("D", MemoryKind.DOUBLE);
        addPrimitive("V", null);
        substitutions = new Substitutions(this, classPath);
    }

    private void addPrimitive(String descriptor, MemoryKind kind) {
        primitives.put(descriptor, ClassInfo.primitive(descriptor, kind));
    }

    ClassPath classPath() {
        return classPath;
    }

    Substitutions substitutions() {
        return substitutions;
    }

    RecursionGuards guards() {
        return guards;
    }

    ClassInfo object() {
        return classNamed(OBJECT);
    }

    synchronized ClassInfo typeOf(String descriptor) {
        ClassInfo primitive = primitives.get(descriptor);
        if (primitive != null) {
            return primitive;
        }
        return classNamed(descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor);
    }

    /** Null when the class was not loaded. */
    synchronized ClassInfo loadedType(String descriptor) {
        ClassInfo primitive = primitives.get(descriptor);
        return primitive != null ? primitive : types.get(descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor);
    }

    synchronized ClassInfo classNamed(String name) {
        ClassInfo type = types.get(name);
        if (type == null) {
            type = name.startsWith("[") ? makeArray(name) : load(name);
        }
        return type;
    }

    /** The array type with that element type if something named it, else null. */
    synchronized ClassInfo knownArray(ClassInfo element) {
        return types.get("[" + element.descriptor());
    }

    private ClassInfo makeArray(String descriptor) {
        ClassInfo component = typeOf(descriptor.substring(1));
        ClassInfo array = ClassInfo.array(component);
        types.put(descriptor, array);
        array.link(arraySuperclass(component), List.of(classNamed("java/lang/Cloneable"), classNamed("java/io/Serializable")));
        return array;
    }

    /** The superclass of X[] is superclass(X)[], of Object[], interface arrays' and primitive arrays' it is as TypeInformation says. */
    private ClassInfo arraySuperclass(ClassInfo component) {
        if (component.isPrimitive() || component.name().equals(OBJECT)) {
            return object();
        }
        ClassInfo above = component.isInterface() ? object() : component.superclass();
        return classNamed("[" + above.descriptor());
    }

    private ClassInfo load(String name) {
        String lambdaOwner = LambdaClass.ownerOf(name);
        return define(name, lambdaOwner == null ? read(name) : lambda(lambdaOwner, name));
    }

    private ClassNode read(String name) {
        byte[] bytes = classPath.find(name);
        if (bytes == null) {
            throw UnresolvedReference.ofClass(name);
        }
        ClassNode node = ClassFile.read(name, bytes, ClassReader.SKIP_FRAMES);
        lambdas.put(name, Desugaring.apply(node));
        guards.applyTo(node);
        return node;
    }

    private ClassNode lambda(String owner, String name) {
        for (LambdaClass lambda : lambdasOf(owner)) {
            if (lambda.node().name.equals(name)) {
                return lambda.node();
            }
        }
        throw new CompilerError("error: class " + owner.replace('/', '.') + " has no lambda " + name.replace('/', '.') + ". Recompile the classes that use it");
    }

    /** The classes that stand for the lambdas of a class, in the order of its code. */
    synchronized List<LambdaClass> lambdasOf(String owner) {
        classNamed(owner);
        return lambdas.get(owner);
    }

    /** What stands for a lambda class that the host's JVM made for code of the JDK, or null. */
    ClassInfo lambdaClass(Class<?> hidden) {
        String owner = LambdaClass.ownerOf(hidden.getName().replace('.', '/'));
        if (owner == null) {
            return null;
        }
        for (LambdaClass lambda : lambdasOf(owner)) {
            if (JdkLambdas.isMadeFor(hidden, lambda.site())) {
                return classNamed(lambda.node().name);
            }
        }
        return null;
    }

    private ClassInfo define(String name, ClassNode node) {
        ClassInfo type = ClassInfo.ofNode(node);
        types.put(name, type);
        String lambdaOwner = LambdaClass.ownerOf(name);
        if (!classPath.isInFolder(lambdaOwner == null ? name : lambdaOwner)) {
            type.markLibrary();
        }
        if (Annotations.find(node.visibleAnnotations, Unboxed.class) != null) {
            type.markUnboxed();
        }
        if (Annotations.find(node.visibleAnnotations, RawStructure.class) != null) {
            type.markRawStructure();
        }
        link(type, node);
        for (FieldNode field : node.fields) {
            type.fields().add(new FieldInfo(type, field, this));
        }
        for (MethodNode method : node.methods) {
            type.methods().add(new MethodInfo(type, method, this));
        }
        substitutions.applyTo(type);
        return type;
    }

    /** A class whose superclass is missing is missing, too, whenever something asks for it. */
    private void link(ClassInfo type, ClassNode node) {
        boolean isInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
        try {
            type.link(node.superName == null || isInterface ? null : classNamed(node.superName), node.interfaces.stream().map(this::classNamed).toList());
        } catch (CompilerError e) {
            types.remove(type.name());
            throw e;
        }
    }

    /** The type of a field, parameter or result that a method or field of that class declares. */
    ClassInfo declaredType(ClassInfo declaring, String descriptor) {
        try {
            return typeOf(descriptor);
        } catch (UnresolvedReference e) {
            if (!declaring.isLibrary()) {
                throw e;
            }
            return absent(descriptor);
        }
    }

    /** Stands for a class that an optional part of a library needs: its values can be passed on, as on HotSpot, and are all null. */
    private ClassInfo absent(String descriptor) {
        return absent.computeIfAbsent(descriptor, key -> {
            ClassNode node = new ClassNode();
            node.name = Type.getType(key).getInternalName();
            ClassInfo type = ClassInfo.ofNode(node);
            type.link(object(), List.of());
            return type;
        });
    }

    List<ClassInfo> parameterTypes(ClassInfo declaring, String descriptor) {
        List<ClassInfo> parameters = new ArrayList<>();
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            parameters.add(declaredType(declaring, argument.getDescriptor()));
        }
        return parameters;
    }

    ClassInfo returnType(ClassInfo declaring, String descriptor) {
        return declaredType(declaring, Type.getReturnType(descriptor).getDescriptor());
    }

    FieldInfo resolveField(String owner, String name, String descriptor) {
        FieldInfo field = findField(classNamed(owner), name);
        if (field == null) {
            throw UnresolvedReference.ofField(owner, name);
        }
        FieldInfo substitute = substitutions.fieldFor(field);
        return substitute != null ? substitute : field;
    }

    private static FieldInfo findField(ClassInfo type, String name) {
        FieldInfo own = type.declaredField(name);
        if (own != null) {
            return own;
        }
        for (ClassInfo superinterface : type.interfaces()) {
            FieldInfo inherited = findField(superinterface, name);
            if (inherited != null) {
                return inherited;
            }
        }
        return type.superclass() == null ? null : findField(type.superclass(), name);
    }

    MethodInfo resolveMethod(String owner, String name, String descriptor) {
        MethodInfo method = findMethod(owner, name, descriptor);
        AnnotationNode hidden = method.isNative() ? method.annotation(HiddenMethod.class) : null;
        return hidden == null ? method : hiddenMethod(hidden, Type.getMethodType(descriptor));
    }

    private MethodInfo hiddenMethod(AnnotationNode annotation, Type accessor) {
        Type[] arguments = accessor.getArgumentTypes();
        boolean isStatic = Boolean.TRUE.equals(Annotations.element(annotation, "isStatic"));
        Type[] others = Arrays.copyOfRange(arguments, isStatic ? 0 : 1, arguments.length);
        String owner = ((String) Annotations.element(annotation, "owner")).replace('.', '/');
        return findMethod(owner, (String) Annotations.element(annotation, "name"), Type.getMethodDescriptor(accessor.getReturnType(), others));
    }

    private MethodInfo findMethod(String owner, String name, String descriptor) {
        ClassInfo start = owner.startsWith("[") ? object() : classNamed(owner);
        MethodInfo method = findInClasses(start, name, descriptor);
        if (method == null) {
            method = findInInterfaces(start, name, descriptor);
        }
        if (method == null && start.isInterface()) {
            method = object().declaredMethod(name, descriptor);
        }
        if (method == null) {
            throw UnresolvedReference.ofMethod(owner, name, descriptor);
        }
        return method;
    }

    static MethodInfo findInClasses(ClassInfo start, String name, String descriptor) {
        for (ClassInfo type = start; type != null; type = type.superclass()) {
            MethodInfo method = type.declaredMethod(name, descriptor);
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    /** The most specific one: a method that is not abstract goes before one that is. */
    static MethodInfo findInInterfaces(ClassInfo start, String name, String descriptor) {
        MethodInfo best = null;
        for (ClassInfo type = start; type != null; type = type.superclass()) {
            for (ClassInfo superinterface : type.interfaces()) {
                best = moreSpecific(best, findInInterface(superinterface, name, descriptor));
            }
        }
        return best;
    }

    private static MethodInfo findInInterface(ClassInfo type, String name, String descriptor) {
        MethodInfo method = type.declaredMethod(name, descriptor);
        if (method != null && !method.isStatic() && !method.isPrivate()) {
            return method;
        }
        MethodInfo best = null;
        for (ClassInfo superinterface : type.interfaces()) {
            best = moreSpecific(best, findInInterface(superinterface, name, descriptor));
        }
        return best;
    }

    private static MethodInfo moreSpecific(MethodInfo first, MethodInfo second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        if (first.owner() != second.owner() && second.owner().isSubtypeOf(first.owner())) {
            return second;
        }
        return first.isAbstract() && !second.isAbstract() && !first.owner().isSubtypeOf(second.owner()) ? second : first;
    }

    /** JVMS §5.4.6: the method a call selects on a receiver of exactly that class. */
    static MethodInfo select(ClassInfo receiver, MethodInfo resolved) {
        if (!resolved.isVirtual()) {
            return resolved;
        }
        for (ClassInfo type = receiver; type != null; type = type.superclass()) {
            MethodInfo method = type.declaredMethod(resolved.name(), resolved.descriptor());
            if (method != null && method.isVirtual()) {
                return method;
            }
        }
        MethodInfo inherited = findInInterfaces(receiver, resolved.name(), resolved.descriptor());
        return inherited != null ? inherited : resolved;
    }

    /** All types loaded so far. */
    List<ClassInfo> loaded() {
        return new ArrayList<>(types.values());
    }
}
