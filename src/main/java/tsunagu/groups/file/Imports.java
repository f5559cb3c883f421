package tsunagu.groups.file;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tsunagu.areas.Municipalities;
import tsunagu.areas.MunicipalityId;
import tsunagu.groups.entry.ContentReader;
import tsunagu.groups.entry.Group;
import tsunagu.groups.entry.Groups;
import tsunagu.groups.entry.Outcome;
import tsunagu.groups.file.Batch.Row;
import tsunagu.keeping.Expiry;
import tsunagu.staff.Member;
import tsunagu.tables.Table;

/**
 * Groups and places from a file: first only read, and every bad row told of; then its good rows are taken, or none of
 * them and the file waits. A row whose id is known changes that one; taken twice, a file changes nothing more.
 */
@Singleton
public class Imports implements Expiry {
    private static final Duration WAITING = Duration.ofDays(30);
    private static final int LONGEST_NAME = 100;
    private static final String SAMPLE = "sample-";

    private final Groups groups;
    private final ContentReader reader;
    private final Municipalities municipalities;
    private final BatchRepository batches;
    private final ObjectMapper json;
    private final Clock clock;

    Imports(
            Groups groups,
            ContentReader reader,
            Municipalities municipalities,
            BatchRepository batches,
            ObjectMapper json,
            Clock clock) {
        this.groups = groups;
        this.reader = reader;
        this.municipalities = municipalities;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    /** How many rows became what. */
    public record Taken(long created, long changed, long conflicts) {}

    /**
     * What taking a file would do; nothing is changed or kept.
     *
     * @throws tsunagu.tables.UnreadableFile where it is no table, or has none of our layouts
     */
    public List<Row> dryRun(byte[] file, String municipality) {
        Table table = Table.read(file);
        var areas = new AddressAreas(municipalities.getMunicipality(new MunicipalityId(municipality)));
        Layout layout = Layout.of(table, areas);
        return new Reading(layout, reader, municipality, groups.listAll(municipality)).read(table);
    }

    @Override
    public Map<String, Long> deleteExpired() {
        return Map.of("団体のファイル", batches.deleteBySentAtBefore(clock.instant().minus(WAITING)));
    }

    /** The same, kept so that it can be taken. */
    public Batch read(byte[] file, String name, String municipality, Member by) {
        List<Row> rows = dryRun(file, municipality);
        String shortName = name.substring(0, Math.min(LONGEST_NAME, name.length()));
        var batch = new Batch(UUID.randomUUID(), municipality, shortName, by.name(), clock.instant(), rows);
        batches.save(new BatchRow(batch.id(), municipality, shortName, by.name(), batch.sentAt(), write(rows)));
        return batch;
    }

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<Batch> find(UUID id, Member member) {
        return batches.findById(id).map(this::batch).filter(batch -> member.worksFor(batch.municipality()));
    }

    /** Those that wait, newest first. */
    public List<Batch> listWaiting(Member member) {
        return batches.findAllOrderBySentAtDesc().stream()
                .map(this::batch)
                .filter(batch -> member.worksFor(batch.municipality()))
                .toList();
    }

    /** Takes the good rows; what a colleague has changed since the file was read stays as it is. */
    public Taken take(Batch batch, Member by) {
        // Sent twice, it is taken once.
        if (batches.removeById(batch.id()) == 0) return new Taken(0, 0, 0);
        long created = 0;
        long changed = 0;
        long conflicts = 0;
        for (Row row : batch.rows()) {
            switch (row.kind()) {
                case NEW -> {
                    groups.create(batch.municipality(), fileId(row), row.content(), row.state(), by);
                    created++;
                }
                case CHANGED -> {
                    boolean done = groups.find(row.group().orElseThrow(), by)
                            .filter(group -> group.revision() == row.revision().orElseThrow())
                            .filter(group -> groups.take(group, row.state(), row.content(), by) instanceof Outcome.Done)
                            .isPresent();
                    if (done) changed++;
                    else conflicts++;
                }
                case UNCHANGED, BAD -> {}
            }
        }
        return new Taken(created, changed, conflicts);
    }

    /** Takes new rows where nobody is signed in: a command loads them. */
    public long load(List<Row> rows, String municipality, String by) {
        List<Row> fresh =
                rows.stream().filter(row -> row.kind() == Batch.Kind.NEW).toList();
        fresh.forEach(row -> groups.create(municipality, fileId(row), row.content(), row.state(), by));
        return fresh.size();
    }

    /** How many samples are there: what a file called {@code sample-…}, as {@code config/samples} does. */
    public long countSamples(String municipality) {
        return groups.countByFile(municipality, SAMPLE);
    }

    /** Deletes every sample and nothing else; how many there were. */
    public int removeSamples(String municipality, String by) {
        List<Group> samples = listSamples(municipality);
        samples.forEach(group -> groups.delete(group, by));
        return samples.size();
    }

    private List<Group> listSamples(String municipality) {
        return groups.listAll(municipality).stream()
                .filter(group ->
                        group.fileId().filter(id -> id.startsWith(SAMPLE)).isPresent())
                .toList();
    }

    public void discard(Batch batch) {
        batches.removeById(batch.id());
    }

    private static Optional<String> fileId(Row row) {
        return Optional.of(row.fileId())
                .filter(id -> !id.isEmpty() && Group.ownId(id).isEmpty());
    }

    private Batch batch(BatchRow row) {
        try {
            return new Batch(
                    row.id(),
                    row.municipality(),
                    row.file(),
                    row.sentName(),
                    row.sentAt(),
                    json.readValue(row.content(), Argument.listOf(Row.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(List<Row> rows) {
        try {
            return json.writeValueAsString(Argument.listOf(Row.class), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
