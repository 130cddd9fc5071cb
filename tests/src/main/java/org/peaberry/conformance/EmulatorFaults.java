/** The checks that fail because an emulator does not do what the manuals say; each is proven by a run without the hypervisor. */
package org.peaberry.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

import org.peaberry.boot.host.BuildException;

/** Lines of the resource: machine | area: check | reason and proof. */
final class EmulatorFaults {
    private static final String RESOURCE = "emulator-faults.txt";
    private static final int COLUMNS = 3;

    private final Set<String> known = new HashSet<>();

    static EmulatorFaults documented() {
        try (InputStream in = EmulatorFaults.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new BuildException("cannot read " + RESOURCE, e);
        }
    }

    static EmulatorFaults parse(String text) {
        EmulatorFaults faults = new EmulatorFaults();
        for (String line : text.split("\n")) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] columns = line.split("\\|");
                if (columns.length != COLUMNS || columns[2].isBlank()) {
                    throw new BuildException(RESOURCE + ": write 'machine | area: check | reason and proof' instead of '" + line + "'");
                }
                faults.known.add(key(columns[0].strip(), columns[1].strip()));
            }
        }
        return faults;
    }

    boolean contains(String machine, String check) {
        return known.contains(key(machine, check));
    }

    private static String key(String machine, String check) {
        return machine + '|' + check;
    }
}
