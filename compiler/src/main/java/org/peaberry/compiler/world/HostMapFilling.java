/** Has the maps that the build host filled by other hash codes filled again when the program starts. */
package org.peaberry.compiler.world;

import org.peaberry.compiler.heap.HeapScan;

/** Filling reaches code, and may lead to more objects and more such maps: so it is run until nothing new appears. */
final class HostMapFilling {
    private static final String RUNTIME = "org/peaberry/runtime/jdk/HostMaps";
    private static final String NOTHING = "()V";

    private final Types types;
    private final Reachability reachability;
    private final HostMapSearch search = new HostMapSearch();

    HostMapFilling(Types types, Reachability reachability) {
        this.types = types;
        this.reachability = reachability;
    }

    /** Whether there were maps that were not known before. */
    boolean run() {
        boolean isNew = search.continueIn(reachability.heap());
        if (isNew) {
            MethodInfo filling = types.resolveMethod(RUNTIME, "fillAgain", NOTHING);
            types.resolveMethod(RUNTIME, "start", NOTHING).setSubstitute(filling);
            reachability.addRoot(filling);
            set("maps", search.maps());
            set("sets", search.sets());
            set("tables", search.tables());
            reachability.close();
        }
        return isNew;
    }

    private void set(String field, Object value) {
        FieldInfo target = types.classNamed(RUNTIME).declaredField(field);
        HeapScan heap = reachability.heap();
        reachability.useStatic(target);
        heap.setStatic(target, value);
    }
}
