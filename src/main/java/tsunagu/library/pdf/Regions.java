package tsunagu.library.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A page's strips into regions of one column each, in reading order: columns are read one after the other. */
final class Regions {
    private static final Comparator<Strip> DOWN =
            Comparator.comparingDouble(Strip::bottom).thenComparingDouble(Strip::left);
    private static final double STEP = 2;
    private static final int LEAST_STRIPS = 3;
    private static final int DEEPEST = 4;
    /** In ems: what is narrower is a column of a table. */
    private static final double NARROWEST = 7;

    private static final double SAME_LINE = 0.35;
    private static final double LARGER = 1.12;

    private Regions() {}

    static List<List<Strip>> read(List<Strip> strips) {
        var regions = new ArrayList<List<Strip>>();
        cut(strips.stream().sorted(DOWN).toList(), 0, regions);
        return regions;
    }

    private static void cut(List<Strip> strips, int depth, List<List<Strip>> regions) {
        double gutter = depth < DEEPEST ? gutter(strips) : Double.NaN;
        if (Double.isNaN(gutter)) {
            add(strips, regions);
            return;
        }
        var across = new ArrayList<Strip>();
        var left = new ArrayList<Strip>();
        var right = new ArrayList<Strip>();
        double body = Strips.bodySize(strips);
        for (Strip strip : strips) {
            if (covers(strip, gutter, 0) || strip.size() >= LARGER * body && standsAlone(strip, strips)) {
                close(left, right, across, depth, regions);
                across.add(strip);
            } else {
                (strip.right() <= gutter ? left : right).add(strip);
            }
        }
        close(left, right, across, depth, regions);
        add(across, regions);
    }

    /** A heading with nothing beside it heads both columns. */
    private static boolean standsAlone(Strip heading, List<Strip> strips) {
        double slack = 0.3 * heading.size();
        return strips.stream()
                .noneMatch(other -> other != heading
                        && other.bottom() > heading.top() - slack
                        && other.top() < heading.bottom() + slack);
    }

    /** Ends a stretch that stands in two columns; one that does not goes on with what stands across. */
    private static void close(
            List<Strip> left, List<Strip> right, List<Strip> across, int depth, List<List<Strip>> regions) {
        if (left.size() >= LEAST_STRIPS && right.size() >= LEAST_STRIPS && areColumns(left, right)) {
            add(across, regions);
            across.clear();
            cut(List.copyOf(left), depth + 1, regions);
            cut(List.copyOf(right), depth + 1, regions);
        } else {
            across.addAll(left);
            across.addAll(right);
            across.sort(DOWN);
        }
        left.clear();
        right.clear();
    }

    private static void add(List<Strip> strips, List<List<Strip>> regions) {
        if (!strips.isEmpty()) regions.add(List.copyOf(strips));
    }

    /** Where most strips stand on one side or the other; not a number where there is no such place. */
    private static double gutter(List<Strip> strips) {
        if (strips.size() < 2 * LEAST_STRIPS) return Double.NaN;
        double from = strips.stream().mapToDouble(Strip::left).min().orElse(0);
        double to = strips.stream().mapToDouble(Strip::right).max().orElse(0);
        double margin = Strips.bodySize(strips) * 0.4;
        double best = 0;
        double first = Double.NaN;
        double last = Double.NaN;
        for (double x = from + STEP; x < to; x += STEP) {
            double score = score(strips, x, margin);
            if (score > best) {
                best = score;
                first = x;
                last = x;
            } else if (score == best && x - last <= STEP * 1.5) {
                last = x;
            }
        }
        return (first + last) / 2;
    }

    private static double score(List<Strip> strips, double x, double margin) {
        int left = 0;
        int right = 0;
        int covering = 0;
        for (Strip strip : strips) {
            if (covers(strip, x, margin)) covering++;
            else if (strip.right() <= x) left++;
            else right++;
        }
        int fewer = Math.min(left, right);
        return fewer >= LEAST_STRIPS && covering <= Math.max(2, fewer) ? fewer - 0.5 * covering : 0;
    }

    private static boolean covers(Strip strip, double x, double margin) {
        return strip.left() < x + margin && strip.right() > x - margin;
    }

    /** Columns of running text are filled from edge to edge; in a table, what stands side by side belongs together. */
    private static boolean areColumns(List<Strip> left, List<Strip> right) {
        if (isRunning(left) && isRunning(right)) return true;
        long besides = right.stream()
                .filter(strip -> left.stream().anyMatch(other -> isOneLine(strip, other)))
                .count();
        return besides < 0.6 * Math.min(left.size(), right.size());
    }

    private static boolean isRunning(List<Strip> strips) {
        double widest = strips.stream().mapToDouble(Strip::width).max().orElse(0);
        double size = Strips.bodySize(strips);
        long full =
                strips.stream().filter(strip -> strip.width() >= 0.8 * widest).count();
        long sentences = strips.stream()
                .filter(strip ->
                        strip.text().length() >= NARROWEST && strip.text().matches(".*[、。].*"))
                .count();
        return widest >= NARROWEST * size && (full * 5 >= strips.size() * 2 || sentences * 2 >= strips.size());
    }

    static boolean isOneLine(Strip one, Strip other) {
        return Math.abs(one.bottom() - other.bottom()) <= SAME_LINE * Math.max(one.size(), other.size());
    }
}
