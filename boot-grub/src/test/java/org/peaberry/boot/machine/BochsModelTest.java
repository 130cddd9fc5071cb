/** The list of processor models in Bochs's help. */
package org.peaberry.boot.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class BochsModelTest {
    @Test
    void modelsAreTheWordsBelowTheHeading() {
        String help = "00000000000i[      ] LTDL_LIBRARY_PATH not set\nSupported CPU models:\n\npentium\ncorei7_haswell_4770\n\n"
                + "00000000000i[SIM   ] quit_sim called with exit code 0\nBochs\n";
        assertEquals(List.of("pentium", "corei7_haswell_4770"), BochsModel.parse(help));
    }
}
