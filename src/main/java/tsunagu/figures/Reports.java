package tsunagu.figures;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tsunagu.figures.Figure.Kind;
import tsunagu.figures.FigureRepository.Choice;
import tsunagu.figures.Report.Chart;
import tsunagu.figures.Report.Row;
import tsunagu.figures.Report.Tile;

/** Figures put together for staff. */
@Singleton
class Reports {
    /** So many days are shown each, more by month. */
    private static final int MOST_DAYS = 92;

    private static final List<String> OUTCOMES = List.of("answered", "asked", "not-known", "urgent", "chat");

    private final FigureRepository figures;
    private final FigureWords words;

    Reports(FigureRepository figures, FigureWords words) {
        this.figures = figures;
        this.words = words;
    }

    /** @param towns from which the reader may choose */
    Report read(Choice choice, List<Report.Choice> towns) {
        Map<Kind, Map<String, Long>> sums = figures.sum(choice);
        return new Report(
                choice.from(), choice.to(), channels(choice), towns, tiles(sums), charts(choice, sums), query(choice));
    }

    private List<Report.Choice> channels(Choice choice) {
        var all = Stream.of(new Report.Choice("", "すべて", choice.channel().isEmpty()));
        var each = figures.listChannels().stream()
                .map(channel -> new Report.Choice(
                        channel,
                        FigureWords.channel(channel),
                        choice.channel().filter(channel::equals).isPresent()));
        return Stream.concat(all, each).toList();
    }

    private static String query(Choice choice) {
        return "from=" + choice.from() + "&to=" + choice.to()
                + choice.channel()
                        .map(channel -> "&channel=" + encoded(channel))
                        .orElse("")
                + choice.municipality()
                        .map(town -> "&municipality=" + encoded(town))
                        .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Tile> tiles(Map<Kind, Map<String, Long>> sums) {
        Map<String, Long> outcomes = of(sums, Kind.OUTCOME);
        long questions = sum(outcomes) - outcomes.getOrDefault("chat", 0L);
        Map<String, Long> rated = of(sums, Kind.RATING);
        Map<String, Long> times = of(sums, Kind.TIME);
        return List.of(
                new Tile("質問", "%,d".formatted(questions)),
                new Tile("答えた割合", share(outcomes.getOrDefault("answered", 0L), questions)),
                new Tile("役に立った割合", share(rated.getOrDefault(FigureCounter.HELPED, 0L), sum(rated))),
                new Tile("半分の答え", Times.percentile(50, times).map(Times::label).orElse("–")),
                new Tile("95%の答え", Times.percentile(95, times).map(Times::label).orElse("–")));
    }

    /** 「87%」, and a dash of nothing. */
    static String share(long part, long whole) {
        return whole == 0 ? "–" : "%.0f%%".formatted(100.0 * part / whole);
    }

    static Map<String, Long> of(Map<Kind, Map<String, Long>> sums, Kind kind) {
        return sums.getOrDefault(kind, Map.of());
    }

    static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private List<Chart> charts(Choice choice, Map<Kind, Map<String, Long>> sums) {
        var charts = new ArrayList<Chart>();
        charts.add(days(choice));
        charts.add(most("reasons", "分からなかった理由", Kind.REASON, sums));
        charts.add(most("topics", "よく聞かれた話題", Kind.TOPIC, sums));
        charts.add(most("areas", "よく聞かれた地区", Kind.AREA, sums));
        charts.add(listed(
                "ratings",
                "住民の評価",
                "答えの下の「役に立った」「ちがう」が押された数です。",
                Kind.RATING,
                List.of(FigureCounter.HELPED, FigureCounter.WRONG),
                sums));
        charts.add(listed(
                "times", "答えるまでの時間", "言葉を受け取ってから、答えができるまで。LINE に届くまでの時間は入りません。", Kind.TIME, Times.listSlots(), sums));
        return charts;
    }

    private Chart days(Choice choice) {
        boolean byMonth = ChronoUnit.DAYS.between(choice.from(), choice.to()) >= MOST_DAYS;
        var counted = new TreeMap<String, Map<String, Long>>();
        for (LocalDate day = choice.from(); !day.isAfter(choice.to()); day = day.plusDays(1)) {
            counted.computeIfAbsent(label(day, byMonth), any -> new HashMap<>());
        }
        figures.sumOutcomes(choice)
                .forEach((day, outcomes) -> outcomes.forEach(
                        (which, times) -> counted.get(label(day, byMonth)).merge(which, times, Long::sum)));
        List<Row> rows = counted.entrySet().stream()
                .map(day -> new Row(
                        day.getKey(),
                        OUTCOMES.stream()
                                .map(which -> day.getValue().getOrDefault(which, 0L))
                                .toList()))
                .toList();
        List<String> head = Stream.concat(
                        Stream.of(byMonth ? "月" : "日"),
                        OUTCOMES.stream().map(which -> words.which(Kind.OUTCOME, which)))
                .toList();
        return new Chart("days", byMonth ? "月ごとの質問" : "日ごとの質問", "", "stack", head, rows);
    }

    private static String label(LocalDate day, boolean byMonth) {
        return byMonth ? YearMonth.from(day).toString() : day.toString();
    }

    /** Most often first. */
    private Chart most(String id, String title, Kind kind, Map<Kind, Map<String, Long>> sums) {
        var byLabel = new TreeMap<String, Long>();
        of(sums, kind).forEach((which, times) -> byLabel.merge(words.which(kind, which), times, Long::sum));
        List<Row> rows = byLabel.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(one -> new Row(one.getKey(), List.of(one.getValue())))
                .toList();
        return new Chart(id, title, "", "bars", List.of(FigureWords.kind(kind), "件"), rows);
    }

    /** In a given order, those of none too. */
    private Chart listed(
            String id, String title, String note, Kind kind, List<String> whiches, Map<Kind, Map<String, Long>> sums) {
        List<Row> rows = whiches.stream()
                .map(which ->
                        new Row(words.which(kind, which), List.of(of(sums, kind).getOrDefault(which, 0L))))
                .toList();
        return new Chart(id, title, note, "columns", List.of(FigureWords.kind(kind), "件"), rows);
    }

    /** Every count with its day, channel and municipality, under a head. */
    List<List<String>> listRows(Choice choice) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("日", "経路", "自治体", "種類", "内容", "件数"));
        figures.list(choice).forEach(count -> {
            Figure figure = count.figure();
            rows.add(List.of(
                    figure.day().toString(),
                    FigureWords.channel(figure.channel()),
                    words.municipality(figure.municipality()),
                    FigureWords.kind(figure.kind()),
                    words.which(figure.kind(), figure.which()),
                    String.format(Locale.ROOT, "%d", count.times())));
        });
        return rows;
    }
}
