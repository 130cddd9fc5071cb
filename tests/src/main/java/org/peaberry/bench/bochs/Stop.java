/** The debugger stopped. */
package org.peaberry.bench.bochs;

/** @param ticks instructions since power-on, that at the address not included
 * @param code the bytes of the instruction there, in hexadecimal */
record Stop(long address, long ticks, String code) {
}
