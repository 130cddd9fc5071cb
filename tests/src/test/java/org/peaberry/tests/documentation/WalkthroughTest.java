/** The pages for users of the compiler and for those who change it: what they quote is in the tree, what they show is what happens. */
package org.peaberry.tests.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class WalkthroughTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicContainer> whatAPageShowsIsWhatHappens() throws IOException {
        return Stream.of(page("contributing"), page("compiler"));
    }

    private DynamicContainer page(String name) throws IOException {
        Tutorial tutorial = new Tutorial(Files.createDirectory(folder.resolve(name)));
        Document page = Document.read("docs/" + name + ".md");
        return DynamicContainer.dynamicContainer(name, page.blocks().stream().map(block -> DynamicTest.dynamicTest(block.title(), () -> tutorial.follow(block))));
    }
}
