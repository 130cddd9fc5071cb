/** Does in a folder what a page tells its reader to do: writes files, changes them, runs commands and compares what they print. */
package org.peaberry.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.peaberry.boot.Main;
import org.peaberry.boot.host.Project;

final class Tutorial implements AutoCloseable {
    private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?final class (\\w+)");
    /** What is said the first time only, and what gdb says when it has no more to do. */
    private static final Pattern BESIDE = Pattern.compile("(?m)^(peaberry: assembling .*|\\[Inferior 1 \\(process 1\\) detached\\])\n");
    private static final String DOCUMENTED_PORT = "1234";
    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
    private static final List<String> MODULES = List.of("compiler", "verifier");
    private static final long LIMIT_SECONDS = 120;

    private final Path folder;
    private final String port;
    private final List<Process> background = new ArrayList<>();

    Tutorial(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = Integer.toString(free.getLocalPort());
        }
        Project project = Project.current();
        Path script = Files.writeString(folder.resolve("peaberry"), "#!/bin/sh\nexec '" + JDK.resolve("java")
                + "' -Xshare:auto -XX:TieredStopAtLevel=1 -Dpeaberry.root='" + project.root() + "' -cp '" + System.getProperty("java.class.path") + "' "
                + Main.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        for (String module : MODULES) {
            Files.createSymbolicLink(folder.resolve(module), project.module(module));
        }
    }

    /** Does what a block is for. */
    void follow(Document.Block block) throws IOException, InterruptedException {
        if (!block.source().isEmpty()) {
            compare(block);
            return;
        }
        switch (block.language()) {
            case "java" -> write(block);
            case "diff" -> change(block);
            case "console" -> run(block);
            default -> throw new AssertionError(block.title() + ": what is a block of '" + block.language() + "'?");
        }
    }

    /** That what a block quotes is in the file that it quotes. */
    private static void compare(Document.Block block) throws IOException {
        String text = Files.readString(Project.current().root().resolve(block.source()));
        assertTrue(text.contains(block.text()), block.title() + " and what follows it is not in " + block.source());
    }

    /** Writes the file that a block of Java is. */
    private void write(Document.Block block) throws IOException {
        Matcher name = CLASS.matcher(block.text());
        assertTrue(name.find(), "no class in line " + block.line());
        Files.writeString(folder.resolve(name.group(1) + ".java"), block.text());
    }

    /** Changes a file as a block of differences says. */
    private void change(Document.Block block) throws IOException {
        Path file = folder.resolve(block.lines().get(0).substring("--- ".length()));
        String text = Files.readString(file);
        List<String> changes = block.lines().subList(2, block.lines().size());
        for (int i = 0; i < changes.size();) {
            String before = run(changes, i, "-");
            i += (int) before.lines().count();
            String after = run(changes, i, "+");
            i += (int) after.lines().count();
            assertEquals(2, (text + " ").split(Pattern.quote(before), -1).length, "what is to be changed is there once: " + before);
            text = text.replace(before, after);
        }
        Files.writeString(file, text);
    }

    private static String run(List<String> lines, int start, String sign) {
        return lines.stream().skip(start).takeWhile(line -> line.startsWith(sign)).map(line -> line.substring(1) + "\n").collect(Collectors.joining());
    }

    /** Runs the commands of a block, one after the other. */
    private void run(Document.Block block) throws IOException, InterruptedException {
        try {
            for (DocumentedCommand command : DocumentedCommand.in(block)) {
                run(command);
            }
        } finally {
            close();
        }
    }

    private void run(DocumentedCommand command) throws IOException, InterruptedException {
        String shell = command.shellCommand().replace("--gdb", "--gdb=" + port).replace(":" + DOCUMENTED_PORT, ":" + port);
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", "exec " + shell).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().merge("PATH", JDK.toString(), (path, jdk) -> jdk + ":" + path);
        Process process = builder.redirectOutput(printed.toFile()).start();
        process.getOutputStream().close();
        background.add(process);
        if (!command.isInBackground()) {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            String text = text(printed);
            String difference = ended ? new ExpectedOutput(command.output()).difference(text) : "it did not end";
            assertEquals("", difference, "line " + command.line() + ": " + command.command() + "\nprinted:\n" + text);
        }
    }

    private String text(Path printed) throws IOException {
        String all = Files.readString(printed, StandardCharsets.UTF_8).replace("\r", "").replace(":" + port, ":" + DOCUMENTED_PORT);
        return BESIDE.matcher(all.isEmpty() || all.endsWith("\n") ? all : all + "\n").replaceAll("");
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : background) {
            process.destroy();
            process.waitFor();
        }
        background.clear();
    }
}
