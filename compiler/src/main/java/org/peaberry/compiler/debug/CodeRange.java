/** Consecutive code addresses. */
package org.peaberry.compiler.debug;

/** @param size bytes, more than 0 */
record CodeRange(long start, int size) {
    long end() {
        return start + size;
    }
}
