package tsunagu.groups.entry;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.staff.AuditTrail;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.text.Folding;

/**
 * Groups and places: reading and every change, each by one transaction together with its line in the trail. What
 * residents are told only an approver changes; an editor writes drafts and confirms.
 */
@Singleton
public class Groups {
    private static final int LONGEST_FOLDED = 20_000;

    private final GroupRepository rows;
    private final ObjectMapper json;
    private final AuditTrail trail;
    private final Clock clock;

    Groups(GroupRepository rows, ObjectMapper json, AuditTrail trail, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /** Empty also for one of a municipality the member does not work for. */
    public Optional<Group> find(long id, Member member) {
        return rows.findById(id).map(this::group).filter(group -> member.worksFor(group.municipality()));
    }

    /** Of any municipality; empty where there is no such group. */
    public Optional<State> findState(long id) {
        return rows.findById(id).flatMap(row -> State.find(row.state()));
    }

    /** Those nobody has confirmed for long first, the longest first of all; then by name. */
    public List<Group> list(Filter filter) {
        List<String> words = patterns(filter.words());
        return rows
                .listPage(
                        filter.municipality().orElse(""),
                        filter.state().map(State::key).orElse(""),
                        filter.kind().map(Kind::key).orElse(""),
                        words.getFirst(),
                        words.getLast(),
                        Group.freshSince(today()),
                        Filter.PAGE,
                        (long) filter.page() * Filter.PAGE)
                .stream()
                .map(this::group)
                .toList();
    }

    public long count(Filter filter) {
        List<String> words = patterns(filter.words());
        return rows.countListed(
                filter.municipality().orElse(""),
                filter.state().map(State::key).orElse(""),
                filter.kind().map(Kind::key).orElse(""),
                words.getFirst(),
                words.getLast());
    }

    /** How many that residents are told nobody has confirmed for 18 months. */
    public long countStale(Optional<String> municipality) {
        return rows.countStale(municipality.orElse(""), Group.freshSince(today()));
    }

    /** In the order they were entered, whatever their state. */
    public List<Group> listAll(String municipality) {
        return rows.findByMunicipalityOrderById(municipality).stream()
                .map(this::group)
                .toList();
    }

    /** How many came from files that name them so: {@code sample-…}. */
    public long countByFile(String municipality, String beginning) {
        return rows.countByMunicipalityAndFileIdStartsWith(municipality, beginning);
    }

    /** What residents are told. */
    public List<Group> listPublished() {
        return rows.findByStateOrderById(State.PUBLISHED.key()).stream()
                .map(this::group)
                .toList();
    }

    /** Grows with each change of {@link #listPublished}. */
    public long revision() {
        return rows.revision();
    }

    /**
     * A new one.
     *
     * @param state as it is to begin; one that is not an approver makes a draft of it
     */
    @Transactional
    public Group create(String municipality, Optional<String> fileId, Content content, State state, Member by) {
        if (!by.may(Role.EDITOR) || !by.worksFor(municipality)) throw new IllegalArgumentException("not theirs");
        State begins = by.may(Role.APPROVER) ? state : State.DRAFT;
        Group group = insert(municipality, fileId, content, begins, by.name());
        trail.record(by, Optional.of(municipality), "団体・場所を登録", subject(group), begins.label());
        return group;
    }

    /** The same by a command, where nobody is signed in. */
    @Transactional
    public Group create(String municipality, Optional<String> fileId, Content content, State state, String by) {
        Group group = insert(municipality, fileId, content, state, by);
        trail.record(by, Optional.of(municipality), "団体・場所を登録", subject(group));
        return group;
    }

    private Group insert(String municipality, Optional<String> fileId, Content content, State state, String name) {
        GroupRow row = rows.save(new GroupRow(
                null,
                municipality,
                fileId.orElse(null),
                state.key(),
                1,
                content.kind().key(),
                content.name(),
                folded(content),
                write(content),
                content.confirmedOn().orElse(null),
                name,
                clock.instant()));
        if (state == State.PUBLISHED) rows.grow();
        return group(row);
    }

    /** Other words for one; it stays in its state. */
    @Transactional
    public Outcome save(Group seen, Content content, Member by) {
        return change(seen, seen.state(), content, by, "団体・場所を変更");
    }

    /** Somebody has made sure today that all of it is so. */
    @Transactional
    public Outcome confirm(Group seen, Member by) {
        if (!by.may(Role.EDITOR) || !by.worksFor(seen.municipality())) return new Outcome.NotAllowed(seen);
        return changed(seen, seen.state(), seen.content().confirmedOn(today()), by, "団体・場所を確認");
    }

    @Transactional
    public Outcome publish(Group seen, Member by) {
        return change(seen, State.PUBLISHED, seen.content(), by, "団体・場所を公開");
    }

    @Transactional
    public Outcome withdraw(Group seen, Member by) {
        return change(seen, State.WITHDRAWN, seen.content(), by, "団体・場所を取り下げ");
    }

    /** As a file has it: words and state at once. */
    @Transactional
    public Outcome take(Group seen, State state, Content content, Member by) {
        return change(seen, state, content, by, "団体・場所をファイルから変更");
    }

    /** For good; only what a command loaded, such as samples, is ever deleted. */
    @Transactional
    public void delete(Group group, String by) {
        rows.deleteById(group.id());
        rows.grow();
        trail.record(by, Optional.of(group.municipality()), "団体・場所を削除", subject(group));
    }

    private Outcome change(Group seen, State to, Content content, Member by, String action) {
        boolean told = seen.state() == State.PUBLISHED || to == State.PUBLISHED;
        boolean may = by.may(told ? Role.APPROVER : Role.EDITOR) && by.worksFor(seen.municipality());
        return may ? changed(seen, to, content, by, action) : new Outcome.NotAllowed(seen);
    }

    private Outcome changed(Group seen, State to, Content content, Member by, String action) {
        int changed = rows.change(
                seen.id(),
                seen.revision(),
                to.key(),
                content.kind().key(),
                content.name(),
                folded(content),
                write(content),
                content.confirmedOn().orElse(null),
                by.name(),
                clock.instant());
        Group now = rows.findById(seen.id()).map(this::group).orElse(seen);
        if (changed == 0) return new Outcome.Conflict(now);
        rows.grow();
        trail.record(by, Optional.of(seen.municipality()), action, subject(now), "");
        return new Outcome.Done(now);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String subject(Group group) {
        return group.id() + " " + group.content().name();
    }

    /** Two patterns; further words are not looked at. */
    private static List<String> patterns(String words) {
        List<String> patterns = Stream.concat(
                        Stream.of(words.strip().split("\\s+"))
                                .map(Folding::name)
                                .filter(word -> !word.isEmpty())
                                .map(word -> "%" + word.replaceAll("[!%_]", "!$0") + "%"),
                        Stream.of("%", "%"))
                .toList();
        return patterns.subList(0, 2);
    }

    private static String folded(Content content) {
        String folded = Stream.concat(
                        Stream.of(
                                content.name(),
                                content.reading(),
                                content.kind().label(),
                                content.what(),
                                content.when(),
                                content.venue().name(),
                                content.venue().address(),
                                content.forWhom()),
                        content.keywords().stream())
                .map(Folding::name)
                .collect(Collectors.joining("\n"));
        return folded.substring(0, Math.min(LONGEST_FOLDED, folded.length()));
    }

    private Group group(GroupRow row) {
        return new Group(
                row.id(),
                row.municipality(),
                Optional.ofNullable(row.fileId()),
                State.find(row.state()).orElseThrow(),
                row.revision(),
                read(row.content()),
                row.editedName(),
                row.editedAt());
    }

    private String write(Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Content read(String content) {
        try {
            return json.readValue(content, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
