/** What a run of a program shows to the outside. */
package org.peaberry.tests.differential;

/**
 * @param output standard output
 * @param status exit status
 */
record Outcome(String output, int status) {
    @Override
    public String toString() {
        return output + "[exit status " + status + "]";
    }
}
