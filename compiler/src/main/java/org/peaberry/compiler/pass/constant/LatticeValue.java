/** What is known of an SSA value while constants are propagated; knowledge only ever gets less. */
package org.peaberry.compiler.pass.constant;

import org.peaberry.compiler.world.ClassInfo;

/**
 * From the top: nothing has reached the value yet; it is one constant; it is a reference that is not null, perhaps with a known class; it varies.
 * Numbers are kept as CONST keeps them, floating-point ones as bits, so that 0.0 and -0.0 differ, and a NaN equals itself.
 */
final class LatticeValue {
    private enum Level { UNDEFINED, NUMBER, NULL, OBJECT, NOT_NULL, VARIES }

    static final LatticeValue UNDEFINED = new LatticeValue(Level.UNDEFINED, 0, null, null);
    static final LatticeValue NULL = new LatticeValue(Level.NULL, 0, null, null);
    static final LatticeValue VARIES = new LatticeValue(Level.VARIES, 0, null, null);

    private final Level level;
    private final long number;
    private final Object object;
    private final ClassInfo exactType;

    private LatticeValue(Level level, long number, Object object, ClassInfo exactType) {
        this.level = level;
        this.number = number;
        this.object = object;
        this.exactType = exactType;
    }

    static LatticeValue number(long number) {
        return new LatticeValue(Level.NUMBER, number, null, null);
    }

    /** @param exactType its class, or null when that is not known */
    static LatticeValue object(Object object, ClassInfo exactType) {
        return new LatticeValue(Level.OBJECT, 0, object, exactType);
    }

    /** @param exactType the class of the object itself, or null when that is not known */
    static LatticeValue notNull(ClassInfo exactType) {
        return new LatticeValue(Level.NOT_NULL, 0, null, exactType);
    }

    boolean isUndefined() {
        return level == Level.UNDEFINED;
    }

    boolean isNumber() {
        return level == Level.NUMBER;
    }

    boolean isNumber(long value) {
        return isNumber() && number == value;
    }

    boolean isNull() {
        return level == Level.NULL;
    }

    boolean isObject() {
        return level == Level.OBJECT;
    }

    boolean isConstant() {
        return isNumber() || isNull() || isObject();
    }

    boolean isNeverNull() {
        return level == Level.OBJECT || level == Level.NOT_NULL;
    }

    /** Valid when {@link #isNumber}. */
    long number() {
        return number;
    }

    /** Valid when {@link #isObject}. */
    Object object() {
        return object;
    }

    /** The class of the object itself, or null when that is not known. */
    ClassInfo exactType() {
        return exactType;
    }

    boolean isSameAs(LatticeValue other) {
        return level == other.level && number == other.number && object == other.object && exactType == other.exactType;
    }

    /** What is known of a value that is this or the other one. */
    LatticeValue meet(LatticeValue other) {
        if (isUndefined() || isSameAs(other)) {
            return other;
        }
        if (other.isUndefined()) {
            return this;
        }
        return isNeverNull() && other.isNeverNull() ? notNull(exactType == other.exactType ? exactType : null) : VARIES;
    }
}
