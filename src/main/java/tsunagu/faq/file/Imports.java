package tsunagu.faq.file;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tsunagu.faq.entry.Content;
import tsunagu.faq.entry.ContentReader;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.entry.Field;
import tsunagu.faq.entry.Outcome;
import tsunagu.faq.file.Batch.Kind;
import tsunagu.faq.file.Batch.Row;
import tsunagu.keeping.Expiry;
import tsunagu.staff.Member;
import tsunagu.tables.Table;
import tsunagu.tables.UnreadableFile;

/**
 * Entries from a file: first only read, and every bad row told of; then its good rows are taken, or none of them and
 * the file waits. What is taken becomes a draft like any other.
 */
@Singleton
public class Imports implements Expiry {
    private static final Duration WAITING = Duration.ofDays(30);
    private static final int LONGEST_NAME = 100;

    private final Faqs faqs;
    private final ContentReader reader;
    private final BatchRepository batches;
    private final Clock clock;

    Imports(Faqs faqs, ContentReader reader, BatchRepository batches, Clock clock) {
        this.faqs = faqs;
        this.reader = reader;
        this.batches = batches;
        this.clock = clock;
    }

    /** How many rows became what. */
    public record Taken(long created, long changed, long conflicts) {}

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("よくある質問のファイル", (long) batches.deleteBefore(clock.instant().minus(WAITING)));
    }

    /**
     * Reads a file and changes nothing.
     *
     * @throws UnreadableFile where it is no table, or lacks a column
     */
    public Batch read(byte[] file, String name, String municipality, Member by) {
        Table table = Table.read(file);
        for (Field field : List.of(Field.QUESTION, Field.ANSWER)) {
            if (!table.has(field.label())) {
                throw new UnreadableFile("1行目に「" + field.label() + "」の列がありません。書き出したファイルと同じ見出しにしてください。");
            }
        }
        Map<Long, Faq> known = faqs.listAll(Optional.of(municipality)).stream()
                .collect(Collectors.toMap(Faq::id, Function.identity()));
        var rows = new ArrayList<Row>();
        Set<Long> seen = new HashSet<>();
        for (Table.Row line : table.rows()) rows.add(row(line, known, seen, municipality));
        String shortName = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        var batch = new Batch(UUID.randomUUID(), municipality, shortName, by.name(), clock.instant(), rows);
        batches.save(batch);
        return batch;
    }

    private Row row(Table.Row line, Map<Long, Faq> known, Set<Long> seen, String municipality) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) texts.put(field, line.text(field.label()));
        ContentReader.Read read = reader.read(texts, municipality);
        if (!line.fault().isEmpty()) return bad(line, read.content(), line.fault());
        String number = line.text(Exports.NUMBER).strip();
        if (number.isEmpty()) {
            return read.isGood()
                    ? new Row(line.line(), Kind.NEW, Optional.empty(), Optional.empty(), read.content(), "")
                    : bad(line, read.content(), reason(read));
        }
        Optional<Faq> faq =
                Optional.ofNullable(number.matches("[0-9]{1,18}") ? known.get(Long.parseLong(number)) : null);
        if (faq.isEmpty())
            return bad(line, read.content(), "番号 " + shortened(number) + " のよくある質問がありません。新しい質問なら番号を空にしてください。");
        if (!seen.add(faq.get().id())) return bad(line, read.content(), "番号 " + number + " の行が2つあります。");
        if (!read.isGood()) return bad(line, read.content(), reason(read));
        boolean same = faq.get().content().equals(read.content());
        return new Row(
                line.line(),
                same ? Kind.UNCHANGED : Kind.CHANGED,
                Optional.of(faq.get().id()),
                Optional.of(faq.get().revision()),
                read.content(),
                "");
    }

    private static String shortened(String number) {
        return number.substring(0, Math.min(20, number.length()));
    }

    private static Row bad(Table.Row line, Content content, String reason) {
        return new Row(line.line(), Kind.BAD, Optional.empty(), Optional.empty(), content, reason);
    }

    private static String reason(ContentReader.Read read) {
        var reasons = new ArrayList<String>();
        for (Field field : Field.values()) {
            Optional.ofNullable(read.problems().get(field)).ifPresent(says -> reasons.add(field.label() + "：" + says));
        }
        return String.join(" ", reasons);
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

    /** Takes the good rows; an entry that a colleague has changed since the file was read stays as it is. */
    public Taken take(Batch batch, Member by) {
        // Sent twice, it is taken once.
        if (!batches.delete(batch.id())) return new Taken(0, 0, 0);
        long created = 0;
        long changed = 0;
        long conflicts = 0;
        String note = "ファイル「" + batch.file() + "」から";
        for (Row row : batch.rows()) {
            switch (row.kind()) {
                case NEW -> {
                    faqs.create(batch.municipality(), row.content(), by, note);
                    created++;
                }
                case CHANGED -> {
                    boolean done = faqs.find(row.entry().orElseThrow(), by)
                            .filter(faq -> faq.revision() == row.revision().orElseThrow())
                            .filter(faq -> faqs.save(faq, row.content(), by, note) instanceof Outcome.Done)
                            .isPresent();
                    if (done) changed++;
                    else conflicts++;
                }
                case UNCHANGED, BAD -> {}
            }
        }
        return new Taken(created, changed, conflicts);
    }

    public void discard(Batch batch) {
        batches.delete(batch.id());
    }
}
