/** What a kernel is made from. */
package org.peaberry.boot.kernel;

import java.nio.file.Path;
import java.util.List;

/**
 * @param sources Java files, and folders of some
 * @param classPath further folders and jars, separated by ':'; empty for none
 * @param mainClass where it starts; null for the class that the first source is named after
 * @param compilerOptions more of peaberryc's
 */
public record KernelSettings(List<Path> sources, String classPath, String mainClass, List<String> compilerOptions) {
}
