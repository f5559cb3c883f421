package tsunagu.figures;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tsunagu.figures.Figure.Kind;
import tsunagu.sql.SqlRepository;

/** The numbers as they are kept. */
@Singleton
class FigureRepository {
    private final SqlRepository sql;

    FigureRepository(SqlRepository sql) {
        this.sql = sql;
    }

    /**
     * Which figures.
     *
     * @param from first day
     * @param to last day
     */
    record Choice(LocalDate from, LocalDate to, Optional<String> channel, Optional<String> municipality) {}

    /** How often. */
    record Count(Figure figure, long times) {}

    /** Adds to what has been counted, here or by others; all of it or nothing. */
    void add(Map<Figure, Long> counted) {
        sql.inOneTransaction(() -> {
            new TreeMap<>(counted).forEach(this::add);
            return counted.size();
        });
    }

    private void add(Figure figure, long times) {
        if (increase(figure, times) > 0) return;
        sql.update("""
            insert into figure_count (on_day, channel, municipality, what, which, times)
            values (?, ?, ?, ?, ?, 0) on conflict do nothing
            """, figure.day(), figure.channel(), figure.municipality(), key(figure.kind()), figure.which());
        increase(figure, times);
    }

    private int increase(Figure figure, long times) {
        return sql.update(
                """
                update figure_count set times = times + ?
                where on_day = ? and channel = ? and municipality = ? and what = ? and which = ?
                """, times, figure.day(), figure.channel(), figure.municipality(), key(figure.kind()), figure.which());
    }

    /** Every single one, by day, channel and municipality. */
    List<Count> list(Choice choice) {
        return select("on_day, channel, municipality, what, which, times", "", choice, FigureRepository::count);
    }

    /** Sums by kind and what of it. */
    Map<Kind, Map<String, Long>> sum(Choice choice) {
        var sums = new TreeMap<Kind, Map<String, Long>>();
        select("what, which, sum(times) as times", " group by what, which", choice, row -> {
            sums.computeIfAbsent(kind(row), any -> new TreeMap<>()).put(row.getString("which"), row.getLong("times"));
            return true;
        });
        return sums;
    }

    /** What became of messages, by day; days without any are not there. */
    Map<LocalDate, Map<String, Long>> sumOutcomes(Choice choice) {
        var sums = new TreeMap<LocalDate, Map<String, Long>>();
        String outcomes = " and what = 'outcome' group by on_day, which";
        select("on_day, which, sum(times) as times", outcomes, choice, row -> {
            sums.computeIfAbsent(row.getObject("on_day", LocalDate.class), any -> new TreeMap<>())
                    .put(row.getString("which"), row.getLong("times"));
            return true;
        });
        return sums;
    }

    List<String> listChannels() {
        return sql.list(row -> row.getString(1), "select distinct channel from figure_count order by channel");
    }

    private <T> List<T> select(String columns, String further, Choice choice, SqlRepository.RowReader<T> reader) {
        var values = new ArrayList<Object>(List.of(choice.from(), choice.to()));
        var query = new StringBuilder("select " + columns + " from figure_count where on_day between ? and ?");
        choice.channel().ifPresent(channel -> {
            query.append(" and channel = ?");
            values.add(channel);
        });
        choice.municipality().ifPresent(municipality -> {
            query.append(" and municipality = ?");
            values.add(municipality);
        });
        query.append(further);
        if (further.isEmpty()) query.append(" order by on_day, channel, municipality, what, which");
        return sql.list(reader, query.toString(), values.toArray());
    }

    private static Count count(ResultSet row) throws SQLException {
        var figure = new Figure(
                row.getObject("on_day", LocalDate.class),
                row.getString("channel"),
                row.getString("municipality"),
                kind(row),
                row.getString("which"));
        return new Count(figure, row.getLong("times"));
    }

    private static Kind kind(ResultSet row) throws SQLException {
        return Kind.valueOf(row.getString("what").toUpperCase(Locale.ROOT));
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
