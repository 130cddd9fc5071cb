/** A symbol at its final address. */
package org.peaberry.compiler.image;

/**
 * @param address virtual; physical in the BOOT region
 * @param region  null for the linker's own symbols, which are numbers rather than places
 */
public record PlacedSymbol(String name, long address, int size, Symbol.Kind kind, Region region) {
}
