/** Finds class files: in the program's folders and jars, then in the running JDK. */
package org.peaberry.compiler.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.peaberry.compiler.driver.CompilerError;

public final class ClassPath {
    private final List<Path> folders = new ArrayList<>();
    private final List<JarFile> jars = new ArrayList<>();
    private final List<Path> entries;

    /** @param entries folders and jars; an entry that does not exist is an error */
    public ClassPath(List<Path> entries) {
        this.entries = List.copyOf(entries);
        for (Path entry : entries) {
            if (Files.isDirectory(entry)) {
                folders.add(entry);
            } else {
                jars.add(openJar(entry));
            }
        }
    }

    /** Folders and jars, in order. */
    public List<Path> entries() {
        return entries;
    }

    private static JarFile openJar(Path entry) {
        try {
            return new JarFile(entry.toFile());
        } catch (IOException e) {
            throw new CompilerError("error: class path entry " + entry + " is neither a folder nor a readable jar. Build it first, or correct --classpath");
        }
    }

    /** Bytes of the class, or null when there is no such class. */
    public byte[] find(String internalName) {
        String file = internalName + ".class";
        try {
            byte[] own = findInProgram(file);
            if (own != null) {
                return own;
            }
            try (InputStream jdk = Object.class.getResourceAsStream("/" + file)) {
                return jdk == null ? JdkModules.find(internalName) : jdk.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the class is the program's or the runtime's own, not the JDK's. */
    public boolean isProgramClass(String internalName) {
        try {
            return findInProgram(internalName + ".class") != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the class is in one of the folders; all others come from jars and the JDK. */
    boolean isInFolder(String internalName) {
        return folders.stream().anyMatch(folder -> Files.exists(folder.resolve(internalName + ".class")));
    }

    private byte[] findInProgram(String file) throws IOException {
        for (Path folder : folders) {
            Path path = folder.resolve(file);
            if (Files.exists(path)) {
                return Files.readAllBytes(path);
            }
        }
        for (JarFile jar : jars) {
            ZipEntry entry = jar.getEntry(file);
            if (entry != null) {
                try (InputStream in = jar.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            }
        }
        return null;
    }

    /** Internal names of the program's classes in a package, sorted. */
    List<String> classesIn(String packageName) {
        List<String> names = new ArrayList<>();
        for (Path folder : folders) {
            Path path = folder.resolve(packageName);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".class"))
                            .forEach(f -> names.add(packageName + "/" + f.substring(0, f.length() - ".class".length())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        for (JarFile jar : jars) {
            jar.stream().map(ZipEntry::getName)
                    .filter(n -> n.startsWith(packageName + "/") && n.endsWith(".class") && n.indexOf('/', packageName.length() + 1) < 0)
                    .forEach(n -> names.add(n.substring(0, n.length() - ".class".length())));
        }
        return names.stream().distinct().sorted().toList();
    }
}
