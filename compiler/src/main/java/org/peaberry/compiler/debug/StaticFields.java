/** The entries that describe static fields, as global variables {@code package.Class.field}. */
package org.peaberry.compiler.debug;

import java.util.Map;

import org.peaberry.compiler.world.ClosedWorld;
import org.peaberry.compiler.world.FieldInfo;

final class StaticFields {
    private StaticFields() {
    }

    /** @param addresses of the image's symbols; a field without one is a constant of the code */
    static void describe(ClosedWorld world, Units units, TypeEntries types, Map<String, Long> addresses) {
        for (FieldInfo field : world.staticFields()) {
            Long address = addresses.get(world.staticSymbol(field));
            if (address != null) {
                units.of(field.owner()).entry().add(Tag.VARIABLE).text(Attribute.NAME, field.toString()).flag(Attribute.EXTERNAL)
                        .reference(Attribute.TYPE, types.ofValue(field.node().desc)).expression(Attribute.LOCATION, Expression.address(address));
            }
        }
    }
}
