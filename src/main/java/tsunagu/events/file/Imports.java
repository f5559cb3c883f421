package tsunagu.events.file;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.ContentReader;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Step;
import tsunagu.events.file.Batch.Kind;
import tsunagu.events.file.Batch.Row;
import tsunagu.events.store.Events;
import tsunagu.events.store.Events.Outcome;
import tsunagu.keeping.Expiry;
import tsunagu.staff.Member;
import tsunagu.tables.Table;
import tsunagu.tables.TableWriter;
import tsunagu.tables.UnreadableFile;

/**
 * Events from a file of either layout: first only read, and every bad row told of; then its good rows are taken, and
 * the bad ones kept or thrown away. An ID that is known changes its event, so that the same file twice doubles nothing.
 */
@Singleton
public class Imports implements Expiry {
    private static final Duration WAITING = Duration.ofDays(30);
    private static final int LONGEST_NAME = 100;

    private final Events events;
    private final ContentReader reader;
    private final BatchRepository batches;
    private final Clock clock;

    Imports(Events events, ContentReader reader, BatchRepository batches, Clock clock) {
        this.events = events;
        this.reader = reader;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * How many rows became what.
     *
     * @param refused changed by a colleague meanwhile, or told to residents and the member may not change that
     */
    public record Taken(long created, long changed, long refused) {}

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("行事のファイル", (long) batches.deleteBefore(clock.instant().minus(WAITING)));
    }

    /**
     * Reads a file and changes nothing.
     *
     * @throws UnreadableFile where it is no table, or lacks a column
     */
    public Batch read(byte[] file, String name, String municipality, Member by) {
        Table table = RowReader.table(file);
        Map<String, Event> known = events.listAll(municipality).stream()
                .collect(Collectors.toMap(event -> event.content().text(Field.ID), Function.identity()));
        Set<String> seen = new HashSet<>();
        List<Row> rows = table.rows().stream()
                .map(row -> row(row, known, seen, municipality))
                .toList();
        String shortName = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        var batch = new Batch(UUID.randomUUID(), municipality, shortName, by.name(), clock.instant(), rows);
        batches.save(batch);
        return batch;
    }

    /**
     * The good rows of a file of samples.
     *
     * @throws UnreadableFile where any row is bad: a sample is to be perfect
     */
    public List<Content> readSamples(byte[] file, String municipality) {
        return RowReader.table(file).rows().stream()
                .map(row -> {
                    ContentReader.Read read = reader.read(RowReader.withId(RowReader.texts(row)), municipality);
                    if (!read.isGood()) throw new UnreadableFile(row.line() + "行目：" + read.reason());
                    return read.content();
                })
                .toList();
    }

    private Row row(Table.Row line, Map<String, Event> known, Set<String> seen, String municipality) {
        Map<Field, String> typed = RowReader.texts(line);
        String state = line.text(Exports.STATE).strip();
        if (!line.fault().isEmpty()) return bad(line, typed, state, line.fault());
        long filled = typed.values().stream().filter(text -> !text.isBlank()).count();
        boolean note = filled < 3
                && (typed.get(Field.TITLE).isBlank() || typed.get(Field.START).isBlank());
        if (note) return bad(line, typed, state, "行事の行ではないようです（表の下の注記など）。");
        ContentReader.Read read = reader.read(RowReader.withId(typed), municipality);
        String id = read.content().text(Field.ID);
        if (!read.isGood()) return bad(line, typed, state, read.reason());
        if (!seen.add(id)) return bad(line, typed, state, "同じID（または同じ行事）の行が、上にもあります。");
        Optional<Event> event = Optional.ofNullable(known.get(id));
        Kind kind = event.map(one -> same(one, read.content(), state) ? Kind.UNCHANGED : Kind.CHANGED)
                .orElse(Kind.NEW);
        return new Row(
                line.line(),
                kind,
                event.map(Event::id),
                event.map(Event::revision),
                keys(read.content().texts()),
                state,
                "");
    }

    private static boolean same(Event event, Content content, String state) {
        boolean cancels = state.contains(Exports.CANCELLED) && event.state() == State.PUBLISHED;
        return event.content().equals(content) && !cancels;
    }

    private static Row bad(Table.Row line, Map<Field, String> typed, String state, String reason) {
        return new Row(line.line(), Kind.BAD, Optional.empty(), Optional.empty(), keys(typed), state, reason);
    }

    private static Map<String, String> keys(Map<Field, String> texts) {
        var keys = new LinkedHashMap<String, String>();
        texts.forEach((field, text) -> {
            if (!text.isEmpty()) keys.put(field.key(), text);
        });
        return keys;
    }

    private static Content content(Row row) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        row.texts().forEach((key, text) -> Field.findByKey(key).ifPresent(field -> texts.put(field, text)));
        return new Content(texts);
    }

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<Batch> find(UUID id, Member member) {
        return batches.find(id).filter(batch -> member.worksFor(batch.municipality()));
    }

    /** Those that wait, newest first. */
    public List<Batch> listWaiting(Member member) {
        return batches.list().stream()
                .filter(batch -> member.worksFor(batch.municipality()))
                .toList();
    }

    /** The bad rows with their reasons, to be mended and sent again. */
    public byte[] badRows(Batch batch) {
        var rows = new ArrayList<List<String>>();
        var head = new ArrayList<>(List.of("もとの行", "直すところ", Exports.STATE));
        for (Field field : Field.values()) head.add(field.column());
        rows.add(head);
        for (Row bad : batch.bad()) {
            var row = new ArrayList<>(List.of(Long.toString(bad.line()), bad.reason(), bad.state()));
            for (Field field : Field.values()) row.add(bad.texts().getOrDefault(field.key(), ""));
            rows.add(row);
        }
        return TableWriter.csv(rows);
    }

    /**
     * Takes the good rows.
     *
     * @param publish whether they are told to residents at once, by a member who may
     * @param keepBad whether the bad ones go on waiting to be mended
     */
    public Taken take(Batch batch, Member by, boolean publish, boolean keepBad) {
        // Sent twice, it is taken once.
        if (!batches.delete(batch.id())) return new Taken(0, 0, 0);
        long created = 0;
        long changed = 0;
        long refused = 0;
        String note = "ファイル「" + batch.file() + "」から";
        for (Row row : batch.rows()) {
            Optional<Event> done = switch (row.kind()) {
                case NEW -> done(events.create(batch.municipality(), content(row), by, note));
                case CHANGED ->
                    events.find(row.event().orElseThrow(), by)
                            .filter(event -> event.revision() == row.revision().orElseThrow())
                            .flatMap(event -> done(events.save(event, content(row), by, note)));
                case UNCHANGED, BAD -> Optional.empty();
            };
            boolean meant = row.kind() == Kind.NEW || row.kind() == Kind.CHANGED;
            if (meant && done.isEmpty()) refused++;
            if (done.isPresent() && row.kind() == Kind.NEW) created++;
            if (done.isPresent() && row.kind() == Kind.CHANGED) changed++;
            done.ifPresent(event -> follow(event, row.state(), by, publish));
        }
        if (keepBad && !batch.bad().isEmpty()) {
            batches.save(new Batch(
                    UUID.randomUUID(),
                    batch.municipality(),
                    batch.file(),
                    batch.sentBy(),
                    batch.sentAt(),
                    batch.bad()));
        }
        return new Taken(created, changed, refused);
    }

    private void follow(Event event, String state, Member by, boolean publish) {
        Optional<Event> now = Optional.of(event);
        if (publish && !event.state().isTold() && !state.equals(Exports.DRAFT)) {
            now = done(events.take(Step.PUBLISH, event, by));
        }
        boolean cancels = state.contains(Exports.CANCELLED);
        now.filter(one -> cancels && one.state() == State.PUBLISHED)
                .ifPresent(one -> events.take(Step.CANCEL, one, by));
    }

    private static Optional<Event> done(Outcome outcome) {
        return outcome instanceof Outcome.Done(Event event) ? Optional.of(event) : Optional.empty();
    }

    public void discard(Batch batch) {
        batches.delete(batch.id());
    }
}
