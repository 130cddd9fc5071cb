/** The reports of a small program: what they say, and that nothing of the image is missing. */
package org.peaberry.compiler.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peaberry.compiler.driver.JavaProgram;
import org.peaberry.compiler.image.Segment;
import org.peaberry.compiler.observe.CompiledProgram;

class ReportTest {
    @TempDir
    private static Path folder;
    private static CompiledProgram program;

    @BeforeAll
    static void compile() {
        program = JavaProgram.ofMembers(folder, "interface Shape { int area(); }",
                "static final class Square implements Shape { int side; public int area() { return side * side; } }",
                "static final class Table { String[] names = {\"the first name\", \"the second name\"}; }",
                "static Table table = new Table();",
                "static int sink;",
                "static int twice(int n) { return n + n; }",
                "@NoInline static int measure(Shape shape) { return twice(shape.area()) + table.names[sink].length(); }",
                "public static void main(String[] arguments) { sink = measure(new Square()); }").compileObserved();
    }

    @Test
    void codeSizeTellsWhatIsInlined() {
        String report = TextReport.CODE_SIZE.write(program, "Main.");
        assertTrue(report.lines().anyMatch(line -> line.matches(" +\\d+ +[1-9]\\d*        measure\\(Main\\.Shape\\)|.* measure\\(Main\\$Shape\\)")), report);
        assertTrue(report.contains("    Main\n"), report);
        assertTrue(report.lines().noneMatch(line -> line.endsWith(" twice(int)")), "inlined everywhere, it has no code of its own\n" + report);
    }

    @Test
    void heapTellsWhatLeadsToAnObject() {
        String report = TextReport.HEAP.write(program, "java.lang.String");
        assertTrue(report.contains("\"the second name\" by static field Main.table → .names → [1]\n"), report);
    }

    @Test
    void stackTellsTheDeepestPathOfAMethod() {
        String report = TextReport.STACK.write(program, "Main.measure");
        assertTrue(report.contains("Main.measure(Main$Shape)") || report.contains("Main.measure(Main.Shape)"), report);
        assertTrue(report.contains(" as long as nothing throws"), report);
    }

    @Test
    void reachabilityTellsTheCallsAndWhoMadeTheReceiver() {
        String report = TextReport.REACHABILITY.write(program, "Main.Square.area");
        assertTrue(report.startsWith("Main.Square.area()\n  from Main.measure("), report);
        assertTrue(report.contains("(Main.java:8) by a call of Main.Shape.area(): a Main$Square is made in Main.main(String[]) (Main.java:9)\n"), report);
        assertTrue(report.endsWith("  which is an entry point\n"), report);
    }

    @Test
    void partsOfEachRegionAddUpToIt() {
        for (Segment segment : program.image().segments()) {
            int bytes = ImagePart.of(program).stream().filter(part -> part.region() == segment.region()).mapToInt(ImagePart::bytes).sum();
            assertEquals(segment.memorySize(), bytes, segment.region().label());
        }
    }

    @Test
    void codeOfAllMethodsIsTheCodeOfTheImage() {
        int methods = program.methods().stream().mapToInt(method -> CodeBytes.of(method).total()).sum();
        assertEquals(program.methods().stream().mapToInt(method -> method.code().length).sum(), methods);
        int section = program.code().get(0).size();
        assertTrue(methods <= section && section - methods < 16 * program.methods().size(), methods + " of " + section);
    }

    @Test
    void objectsAddUpToTheSectionsOfTheHeap() {
        int objects = HeapObject.of(program).stream().mapToInt(HeapObject::bytes).sum();
        int sections = program.heap().stream().filter(section -> section.name().endsWith(".heap")).mapToInt(org.peaberry.compiler.image.Section::size).sum();
        assertTrue(objects <= sections && sections - objects < 8 * HeapObject.of(program).size(), objects + " of " + sections);
        assertTrue(HeapObject.of(program).stream().allMatch(object -> object.bytes() > 0));
    }

    @Test
    void pageIsWellFormedAndHasAllData() throws Exception {
        HtmlReport.write(program, "a < b", folder.resolve("report"));
        String page = Files.readString(folder.resolve("report/index.html"));
        PageStructure.check(page);
        Map<?, ?> data = (Map<?, ?>) JsonReader.read(PageStructure.elementText(page, "<script type=\"application/json\" id=\"data\">", "</script>"));
        assertEquals("a < b", data.get("title"));
        Map<?, ?> methods = (Map<?, ?>) data.get("methods");
        int bytes = sum((List<?>) methods.get("bytes"));
        assertEquals(program.methods().stream().mapToInt(method -> method.code().length).sum(), bytes);
        assertEquals(program.world().methods().size(), ((List<?>) methods.get("caller")).size());
        assertEquals(program.methods().size(), ((List<?>) ((Map<?, ?>) data.get("stack")).get("methods")).size());
        assertEquals(HeapObject.of(program).stream().mapToInt(HeapObject::bytes).sum(), sum((List<?>) ((Map<?, ?>) data.get("heap")).get("bytes")));
    }

    @Test
    void equalProgramsHaveEqualPages() throws Exception {
        assertEquals(HtmlReport.page(program, "x"), HtmlReport.page(program, "x"));
    }

    private static int sum(List<?> numbers) {
        return numbers.stream().mapToInt(number -> ((Long) number).intValue()).sum();
    }
}
