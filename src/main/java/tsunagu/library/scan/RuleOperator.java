package tsunagu.library.scan;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;

/** Sees the straight lines and boxes that are painted on a page, which tables are made of. */
final class RuleOperator extends OperatorProcessor {
    private static final int MOST_OF_A_PATH = 5_000;

    private final PDFStreamEngine engine;
    private final String name;
    private final Path path;

    /** What has been drawn and not yet painted; the operators of a page share it. */
    private static final class Path {
        private final BiConsumer<Point2D, Point2D> painted;
        private final List<Point2D> corners = new ArrayList<>();
        private Point2D at = new Point2D.Double();

        Path(BiConsumer<Point2D, Point2D> painted) {
            this.painted = painted;
        }

        void add(Point2D one, Point2D other) {
            if (corners.size() >= MOST_OF_A_PATH) return;
            corners.add(one);
            corners.add(other);
        }

        /** A path that only clips is dropped unpainted. */
        void end(boolean paint) {
            if (paint)
                for (int i = 0; i + 1 < corners.size(); i += 2) painted.accept(corners.get(i), corners.get(i + 1));
            corners.clear();
        }
    }

    private RuleOperator(PDFStreamEngine engine, String name, Path path) {
        super(engine);
        this.engine = engine;
        this.name = name;
        this.path = path;
    }

    /** @param painted is told two opposite corners of each line and box, in the units of the page */
    static List<RuleOperator> all(PDFStreamEngine engine, BiConsumer<Point2D, Point2D> painted) {
        var path = new Path(painted);
        return List.of("m", "l", "re", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n").stream()
                .map(name -> new RuleOperator(engine, name, path))
                .toList();
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
        switch (name) {
            case "m" -> point(operands).ifPresent(to -> path.at = to);
            case "l" ->
                point(operands).ifPresent(to -> {
                    path.add(path.at, to);
                    path.at = to;
                });
            case "re" -> box(operands);
            default -> path.end(!name.equals("n"));
        }
    }

    private void box(List<COSBase> operands) {
        if (operands.size() < 4 || !operands.stream().allMatch(COSNumber.class::isInstance)) return;
        float[] numbers = new float[4];
        for (int i = 0; i < 4; i++) numbers[i] = ((COSNumber) operands.get(i)).floatValue();
        Matrix matrix = engine.getGraphicsState().getCurrentTransformationMatrix();
        path.add(
                matrix.transformPoint(numbers[0], numbers[1]),
                matrix.transformPoint(numbers[0] + numbers[2], numbers[1] + numbers[3]));
    }

    private Optional<Point2D> point(List<COSBase> operands) {
        return operands.size() >= 2 && operands.get(0) instanceof COSNumber x && operands.get(1) instanceof COSNumber y
                ? Optional.of(engine.getGraphicsState()
                        .getCurrentTransformationMatrix()
                        .transformPoint(x.floatValue(), y.floatValue()))
                : Optional.empty();
    }

    @Override
    public String getName() {
        return name;
    }
}
