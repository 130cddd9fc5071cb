/** The numbers by which one compilation unit names source files and their folders. */
package org.peaberry.compiler.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.peaberry.compiler.ir.SourcePosition;
import org.peaberry.compiler.world.ClassInfo;

/** Folder 0 is the compilation directory, file 0 the unit's own. */
final class FileTable {
    private static final int PATH = 1;
    private static final int DIRECTORY_INDEX = 2;

    private final Map<String, Integer> folders = new LinkedHashMap<>();
    private final Map<SourceFile, Integer> numbers = new LinkedHashMap<>();
    private final Map<ClassInfo, Integer> ofClasses = new HashMap<>();
    private final List<SourceFile> files = new ArrayList<>();

    FileTable(String compilationDirectory, SourceFile own) {
        folders.put(compilationDirectory, 0);
        folders.put("", 0);
        number(own);
    }

    /** The number of the file that a class comes from. */
    int number(ClassInfo type) {
        return ofClasses.computeIfAbsent(type, t -> number(SourceFile.of(t)));
    }

    private int number(SourceFile file) {
        return numbers.computeIfAbsent(file, f -> {
            folders.computeIfAbsent(f.folder(), name -> folders.size() - 1);
            files.add(f);
            return files.size() - 1;
        });
    }

    /** Numbers the files of a position and of its callers. */
    void addAll(SourcePosition position) {
        for (SourcePosition each = position; each != null; each = each.caller()) {
            number(each.method().owner());
        }
    }

    /** The tables in the header of a line number program. DWARF 5, §6.2.4. */
    void writeTo(DwarfBytes bytes) {
        bytes.put8(1).putUnsigned(PATH).putUnsigned(Form.STRING.code());
        bytes.putUnsigned(folders.size() - 1L);
        folders.keySet().stream().filter(name -> !name.isEmpty()).forEach(bytes::putString);
        bytes.put8(2).putUnsigned(PATH).putUnsigned(Form.STRING.code()).putUnsigned(DIRECTORY_INDEX).putUnsigned(Form.UNSIGNED.code());
        bytes.putUnsigned(files.size());
        files.forEach(file -> bytes.putString(file.name()).putUnsigned(folders.get(file.folder())));
    }
}
