package tsunagu.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** A Java source file as the tidy rules see it: its lines, types, methods and literals, each with where it stands. */
record SourceFile(
        Path path, List<String> lines, List<TypeDeclaration> types, List<Method> methods, List<Literal> literals) {
    private static final List<Path> ROOTS =
            List.of(Path.of("src/main/java"), Path.of("src/test/java"), Path.of("src/bench/java"));

    /** A class, record, interface or enum. */
    record TypeDeclaration(String name, int line, boolean topLevel, boolean isPublic, boolean documented) {}

    /** A method or constructor from its first modifier to its last brace. */
    record Method(String name, int line, int length) {}

    /**
     * A string literal or text block.
     *
     * @param thrown true where it is part of what an exception says
     */
    record Literal(String value, int line, boolean thrown) {}

    static List<SourceFile> readAll() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(paths());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, sources);
            var trees = DocTrees.instance(task);
            return StreamSupport.stream(task.parse().spliterator(), false)
                    .map(unit -> read(unit, trees))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> paths() throws IOException {
        var paths = new ArrayList<Path>();
        for (Path root : ROOTS) {
            if (!Files.isDirectory(root)) continue;
            try (Stream<Path> below = Files.walk(root)) {
                below.filter(path -> path.toString().endsWith(".java")).sorted().forEach(paths::add);
            }
        }
        return paths;
    }

    private static SourceFile read(CompilationUnitTree unit, DocTrees trees) {
        try {
            JavaFileObject file = unit.getSourceFile();
            Path path = Path.of("").toAbsolutePath().relativize(Path.of(file.toUri()));
            var source = new SourceFile(
                    path, Files.readAllLines(path), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            new Scanner(source, unit, trees).scan(new TreePath(unit), null);
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isMain() {
        return path.startsWith("src/main");
    }

    boolean isPackageInfo() {
        return path.endsWith("package-info.java");
    }

    /** {@code knowledge.index}; empty for the root package. */
    String room() {
        String folder =
                path.subpath(3, path.getNameCount()).getParent().toString().replace('/', '.');
        return folder.equals("tsunagu") ? "" : folder.replaceFirst("^tsunagu\\.", "");
    }

    String at(int line) {
        return path + ":" + line;
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final SourceFile source;
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private int throwing;

        Scanner(SourceFile source, CompilationUnitTree unit, DocTrees trees) {
            this.source = source;
            this.unit = unit;
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            if (!type.getSimpleName().isEmpty()) {
                source.types.add(new TypeDeclaration(
                        type.getSimpleName().toString(),
                        firstLine(type),
                        getCurrentPath().getParentPath().getLeaf() == unit,
                        type.getModifiers().getFlags().contains(Modifier.PUBLIC),
                        trees.getDocCommentTree(getCurrentPath()) != null));
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            int first = firstLine(method);
            source.methods.add(new Method(method.getName().toString(), first, lastLine(method) - first + 1));
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
                source.literals.add(new Literal(text, firstLine(literal), throwing > 0));
            }
            return null;
        }

        @Override
        public Void visitThrow(ThrowTree statement, Void nothing) {
            throwing++;
            super.visitThrow(statement, nothing);
            throwing--;
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            boolean exception = made.getIdentifier().toString().endsWith("Exception");
            if (exception) throwing++;
            super.visitNewClass(made, nothing);
            if (exception) throwing--;
            return null;
        }

        private int firstLine(Tree tree) {
            return line(trees.getSourcePositions().getStartPosition(unit, tree));
        }

        private int lastLine(Tree tree) {
            return line(trees.getSourcePositions().getEndPosition(unit, tree));
        }

        private int line(long position) {
            return position < 0 ? 1 : (int) unit.getLineMap().getLineNumber(position);
        }
    }
}
