package tsunagu.figures;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tsunagu.figures.Figure.Kind;
import tsunagu.figures.FigureRepository.Choice;
import tsunagu.figures.Report.Month;
import tsunagu.figures.Report.Section;
import tsunagu.figures.Report.Tile;

/**
 * A month's figures in words that give nobody away: fewer than five are told as such, and more to the nearest five, so
 * that what is not told cannot be reckoned from what is.
 */
@Singleton
class PublicMonths {
    private static final int TOLD_FROM = 5;
    private static final int ROUNDED_TO = 5;
    private static final int MONTHS = 12;
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("yyyy年M月");

    private final FigureRepository figures;
    private final FigureWords words;
    private final Clock clock;
    private final String town;

    PublicMonths(
            FigureRepository figures, FigureWords words, Clock clock, @Value("${tsunagu.municipality}") String town) {
        this.figures = figures;
        this.words = words;
        this.clock = clock;
        this.town = town;
    }

    boolean isShown(YearMonth month) {
        YearMonth now = YearMonth.now(clock);
        return !month.isAfter(now) && month.isAfter(now.minusMonths(MONTHS));
    }

    Month read(YearMonth month) {
        var choice = new Choice(month.atDay(1), month.atEndOfMonth(), Optional.empty(), Optional.of(town));
        Map<Kind, Map<String, Long>> sums = figures.sum(choice);
        var sections = new ArrayList<Section>();
        sections.add(questions(Reports.of(sums, Kind.OUTCOME)));
        sections.add(section("分からなかった理由", Kind.REASON, Reports.of(sums, Kind.REASON)));
        sections.add(section("よく聞かれた話題", Kind.TOPIC, Reports.of(sums, Kind.TOPIC)));
        sections.add(section("住民の評価", Kind.RATING, Reports.of(sums, Kind.RATING)));
        sections.add(times(Reports.of(sums, Kind.TIME)));
        YearMonth now = YearMonth.now(clock);
        List<Report.Choice> months = IntStream.range(0, MONTHS)
                .mapToObj(now::minusMonths)
                .map(one -> new Report.Choice(one.toString(), TITLE.format(one), one.equals(month)))
                .toList();
        return new Month(
                words.municipality(town), month.toString(), TITLE.format(month), month.equals(now), sections, months);
    }

    private Section questions(Map<String, Long> outcomes) {
        var questions = new TreeMap<>(outcomes);
        questions.remove("chat");
        var lines = new ArrayList<Tile>();
        lines.add(new Tile("質問", told(Reports.sum(questions))));
        lines.addAll(section("", Kind.OUTCOME, questions).lines());
        return new Section("質問と答え", lines);
    }

    /** Most often first; what is called the same is counted together. */
    private Section section(String title, Kind kind, Map<String, Long> counts) {
        var byLabel = new TreeMap<String, Long>();
        counts.forEach((which, times) -> byLabel.merge(words.which(kind, which), times, Long::sum));
        List<Tile> lines = byLabel.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one -> new Tile(one.getKey(), told(one.getValue())))
                .toList();
        return new Section(title, lines);
    }

    private static Section times(Map<String, Long> bySlot) {
        if (Reports.sum(bySlot) < TOLD_FROM) return new Section("答えるまでの時間", List.of());
        return new Section(
                "答えるまでの時間",
                List.of(
                        new Tile(
                                "半分の答え",
                                Times.percentile(50, bySlot).map(Times::label).orElseThrow()),
                        new Tile(
                                "95%の答え",
                                Times.percentile(95, bySlot).map(Times::label).orElseThrow())));
    }

    private static String told(long times) {
        if (times == 0) return "0件";
        if (times < TOLD_FROM) return TOLD_FROM + "件未満";
        return "約%,d件".formatted((times + ROUNDED_TO / 2) / ROUNDED_TO * ROUNDED_TO);
    }
}
