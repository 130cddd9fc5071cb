/** Hears of options on the command line that are not known or not well-formed; both are ignored after that. */
package org.peaberry.kernel.options;

public interface OptionProblems {
    void unknownOption(String option);

    /** @param expected what the value should look like */
    void malformedValue(String option, String expected);
}
