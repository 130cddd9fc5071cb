/** Where things are in the source tree. */
package org.peaberry.boot.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** @param root the folder that holds the script {@code peaberry} */
public record Project(Path root) {
    private static final String ROOT_PROPERTY = "peaberry.root";

    /** The tree that the script named, or the one around the current folder. */
    public static Project current() {
        String named = System.getProperty(ROOT_PROPERTY);
        Path folder = Path.of(named == null ? "" : named).toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("peaberry"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new BuildException("this is not a Peaberry source tree: start it with the script ./peaberry");
        }
        return new Project(folder);
    }

    public Path elf() {
        return target().resolve("peaberry.elf");
    }

    public Path iso() {
        return target().resolve("peaberry.iso");
    }

    /** Default dom0 kernel: an ELF file. */
    public Path vmlinux() {
        return dom0().resolve("vmlinux");
    }

    public Path initrd() {
        return dom0().resolve("initrd");
    }

    public Path dom0() {
        return target().resolve("dom0");
    }

    public Path target() {
        return module("boot-grub").resolve("target");
    }

    /** Downloads, kept when {@code target} is removed. */
    public Path cache() {
        return root.resolve(".cache");
    }

    public Path sources() {
        return module("boot-grub").resolve("src/main");
    }

    public Path module(String name) {
        return root.resolve(name);
    }

    public Path classes(String module) {
        return module(module).resolve("target/classes");
    }

    /** Jars that are compiled into the hypervisor, in alphabetical order. */
    public List<Path> libraries() {
        Path folder = module("hv-kernel").resolve("target/libraries");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new BuildException("there are no libraries in " + folder + ": compile with ./peaberry build", e);
        }
    }

    /** Makes the folder when it is missing, and returns it. */
    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BuildException("cannot make the folder " + folder, e);
        }
    }
}
