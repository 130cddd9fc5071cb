/** Walks the host objects that the program can reach and tells the reachability analysis their classes. */
package org.peaberry.compiler.heap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.peaberry.compiler.driver.CompilerError;
import org.peaberry.compiler.ir.MemoryKind;
import org.peaberry.compiler.world.ClassInfo;
import org.peaberry.compiler.world.FieldInfo;
import org.peaberry.compiler.world.Reachability;

/** Only fields that reachable code reads are followed: the others are zero in the image. */
public final class HeapScan {
    private static final List<Class<?>> FORBIDDEN = List.of(Thread.class, ClassLoader.class, java.io.FileDescriptor.class, java.util.zip.ZipFile.class);

    private final Reachability reachability;
    private final Function<String, ClassInfo> classNamed;
    private final Function<String, ClassInfo> typeOf;
    private final Function<Class<?>, ClassInfo> lambdaClasses;
    private final HostProgram host;
    private final UnaryOperator<Object> replacement;
    private final Map<Object, ClassInfo> objects = new IdentityHashMap<>();
    private final Map<Object, Integer> indices = new IdentityHashMap<>();
    private final List<Object> order = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final Map<ClassInfo, List<Object>> byClass = new LinkedHashMap<>();
    private final Map<ClassInfo, List<FieldInfo>> readFields = new HashMap<>();
    private final Map<FieldInfo, Object> statics = new HashMap<>();
    private final Deque<Object> pending = new ArrayDeque<>();
    private boolean running;

    /**
     * @param lambdaClasses the type that stands for a lambda class of the host's JVM, or null
     * @param replacement   the object that is in the image in the place of a host object, itself for most
     */
    public HeapScan(Reachability reachability, Function<String, ClassInfo> classNamed, Function<String, ClassInfo> typeOf,
            Function<Class<?>, ClassInfo> lambdaClasses, HostProgram host, UnaryOperator<Object> replacement) {
        this.lambdaClasses = lambdaClasses;
        this.reachability = reachability;
        this.classNamed = classNamed;
        this.typeOf = typeOf;
        this.host = host;
        this.replacement = replacement;
    }

    /** Reads the value of a static field and follows it. */
    public void scanStatic(FieldInfo field) {
        Object value = host.staticValue(field);
        statics.put(field, value);
        if (field.memoryKind() == MemoryKind.REFERENCE) {
            scan(value, Origin.ofStatic(field));
        }
    }

    /** Gives a static field another value than it has on the host. */
    public void setStatic(FieldInfo field, Object value) {
        statics.put(field, value);
        scan(value, Origin.ofStatic(field));
    }

    /** What {@link #scanStatic} read: the value when the image is built. Code behind an error was not scanned: what it reads is followed no more. */
    public Object staticValue(FieldInfo field) {
        return statics.containsKey(field) ? statics.get(field) : host.staticValue(field);
    }

    /** The field is read by code: its values in objects that are known are followed from now on. */
    public void fieldIsRead(FieldInfo field) {
        if (field.memoryKind() != MemoryKind.REFERENCE) {
            return;
        }
        for (ClassInfo type : List.copyOf(byClass.keySet())) {
            if (!type.isArray() && type.isSubtypeOf(field.owner())) {
                readFields.computeIfAbsent(type, t -> new ArrayList<>()).add(field);
                for (Object object : List.copyOf(byClass.get(type))) {
                    scan(host.fieldValue(field, object), Origin.ofField(field, object));
                }
            }
        }
    }

    /** Follows an object (a ClassInfo stands for its Class); null is nothing. */
    public void scan(Object value, Origin origin) {
        Object object = imageObject(value);
        if (object == null || objects.containsKey(object)) {
            return;
        }
        add(object, origin);
        if (running) {
            return;
        }
        running = true;
        while (!pending.isEmpty()) {
            follow(pending.poll());
        }
        running = false;
    }

    /** The host object that a value (a ClassInfo stands for its Class) is in the image. */
    public Object imageObject(Object value) {
        return value instanceof ClassInfo type ? host.classOf(type) : replacement.apply(value);
    }

    private void add(Object object, Origin origin) {
        for (Class<?> type : FORBIDDEN) {
            if (type.isInstance(object)) {
                throw new CompilerError("error: " + origin.describe() + " holds a " + object.getClass().getName()
                        + ", which belongs to the build host and cannot be in an image. Make it at boot instead");
            }
        }
        if (object instanceof Class<?> mirror) {
            fillCaches(mirror);
            if (!mirror.isPrimitive()) {
                reachability.use(typeOf(mirror));
            }
        }
        ClassInfo type = object.getClass().isHidden() ? typeOfLambda(object.getClass(), origin) : typeOf(object.getClass());
        objects.put(object, type);
        indices.put(object, order.size());
        order.add(object);
        origins.add(origin);
        byClass.computeIfAbsent(type, t -> newClass(t)).add(object);
        reachability.instantiate(type, null, 0);
        pending.add(object);
    }

    /** The JDK fills these fields when they are first asked for; compiled code only reads them. */
    private static void fillCaches(Class<?> mirror) {
        mirror.getName();
        if (mirror.isEnum()) {
            mirror.getEnumConstants();
        }
    }

    private List<Object> newClass(ClassInfo type) {
        List<FieldInfo> read = new ArrayList<>();
        for (ClassInfo each = type; each != null && !each.isArray(); each = each.superclass()) {
            for (FieldInfo field : each.fields()) {
                if (!field.isStatic() && reachability.isRead(field) && field.memoryKind() == MemoryKind.REFERENCE) {
                    read.add(field);
                }
            }
        }
        readFields.put(type, read);
        return new ArrayList<>();
    }

    private void follow(Object object) {
        if (object instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                scan(array[i], Origin.ofElement(i, array));
            }
            return;
        }
        for (FieldInfo field : List.copyOf(readFields.getOrDefault(objects.get(object), List.of()))) {
            scan(host.fieldValue(field, object), Origin.ofField(field, object));
        }
    }

    private ClassInfo typeOfLambda(Class<?> hidden, Origin origin) {
        ClassInfo type = JdkLambdas.isLambda(hidden) ? lambdaClasses.apply(hidden) : null;
        if (type == null) {
            throw new CompilerError("error: " + origin.describe() + " holds a " + hidden.getName() + ", a class that the build host's JVM made at run time. "
                    + "Make the object at boot instead");
        }
        return type;
    }

    /** The closed world's type of a host class. */
    public ClassInfo typeOf(Class<?> type) {
        if (type.isPrimitive() || type.isArray()) {
            return typeOf.apply(type.descriptorString());
        }
        return classNamed.apply(type.getName().replace('.', '/'));
    }

    /** All objects, in the order they were found. */
    public List<Object> objects() {
        return order;
    }

    /** Place of an object that was found in {@link #objects}. */
    public int indexOf(Object object) {
        return indices.get(object);
    }

    /** Why the object at a place of {@link #objects} is in the image: how it was found first. */
    public Origin origin(int index) {
        return origins.get(index);
    }

    /** Type of an object that was found. */
    public ClassInfo typeOfObject(Object object) {
        return objects.get(object);
    }

    public HostProgram host() {
        return host;
    }
}
