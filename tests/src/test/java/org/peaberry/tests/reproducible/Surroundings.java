/** What a compilation must not depend on: places, times, the host's settings, the number of threads, the JVM's hash codes. */
package org.peaberry.tests.reproducible;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * @param folder      where class files and objects are copied to, and where peaberryc runs
 * @param fileTime    of all files there, in milliseconds since 1970
 * @param isReversed  whether the class path has its entries in the opposite order
 * @param jvmOptions  of the JVM that runs peaberryc
 */
record Surroundings(Path folder, long fileTime, boolean isReversed, String jvmOptions) {
    /** Copies an input, a file or a folder. */
    Path place(Path original, int number) {
        Path copy = folder.resolve("input" + number).resolve(original.getFileName());
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                Path target = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                    Files.setLastModifiedTime(target, FileTime.fromMillis(fileTime));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return copy;
    }

    List<Path> placeAll(List<Path> originals) {
        List<Path> copies = new ArrayList<>();
        for (Path original : originals) {
            copies.add(place(original, copies.size()));
        }
        return copies;
    }

    /** Compiles to a file of the folder, whose name is the same everywhere. */
    Path compile(Path compiler, List<Path> classPath, List<Path> objects, List<String> options) throws IOException, InterruptedException {
        List<Path> classes = placeAll(classPath);
        if (isReversed) {
            Collections.reverse(classes);
        }
        List<String> command = new ArrayList<>(List.of(compiler.toAbsolutePath().toString()));
        command.addAll(options);
        command.addAll(List.of("--classpath", String.join(":", classes.stream().map(Path::toString).toList())));
        placeObjects(objects).forEach(object -> command.addAll(List.of("--object", object.toString())));
        Path image = folder.resolve("image");
        command.addAll(List.of("-o", image.toString()));
        run(command);
        return image;
    }

    private List<Path> placeObjects(List<Path> objects) {
        List<Path> copies = new ArrayList<>();
        for (Path object : objects) {
            copies.add(place(object, 100 + copies.size()));
        }
        return copies;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_TOOL_OPTIONS", jvmOptions);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        int status = process.waitFor();
        if (status != 0) {
            throw new AssertionError("peaberryc ended with " + status + " in " + folder + ":\n" + output);
        }
    }
}
