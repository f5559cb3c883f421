package tsunagu.subscriptions;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsunagu.areas.MunicipalityId;
import tsunagu.subscriptions.seal.Seal;
import tsunagu.subscriptions.seal.Seal.Sealed;
import tsunagu.subscriptions.store.SubscriberRepository;
import tsunagu.subscriptions.store.SubscriberRepository.SubscriberRow;
import tsunagu.text.Language;

/**
 * Who wants to hear of what. A resident is in here from the moment they say so until they say otherwise; what is kept
 * of them then goes at once, and with it all that other rooms have tied to it.
 */
@Singleton
public class Subscriptions {
    /** Nobody is written to before, or from the latter on. */
    public static final LocalTime QUIET_UNTIL = LocalTime.of(7, 0);

    public static final LocalTime QUIET_FROM = LocalTime.of(21, 0);

    /** The hour of whoever has chosen none. */
    public static final LocalTime USUAL_HOUR = LocalTime.of(18, 0);

    private static final Logger log = LoggerFactory.getLogger(Subscriptions.class);
    private static final int AT_ONCE = 500;

    private final SubscriberRepository rows;
    private final Seal seal;
    private final Clock clock;

    Subscriptions(SubscriberRepository rows, Seal seal, Clock clock) {
        this.rows = rows;
        this.seal = seal;
        this.clock = clock;
    }

    /** Whoever cannot be reached by our keys would believe to be told, and never be. */
    @PostConstruct
    void checkKeys() {
        Set<String> ours = seal.marks();
        boolean foreign = rows.listKeyMarks().stream().anyMatch(mark -> !ours.contains(mark));
        if (!foreign) return;
        if (ours.isEmpty()) {
            log.warn("Residents have opted in, and nobody of them is told anything: subscriptions.key is not set");
            return;
        }
        throw new ConfigurationException(
                "設定の誤り: subscriptions.key（環境変数 TSUNAGU_SUBSCRIPTIONS_KEY）が、お知らせの届け先を暗号にしたときの鍵と違います。"
                        + "元の鍵に戻すか、鍵を替えるところなら、元の鍵を subscriptions.old-key（環境変数 TSUNAGU_SUBSCRIPTIONS_OLD_KEY）"
                        + "に書いてください。");
    }

    /** Whether residents can opt in: without a key nobody's address is kept. */
    public boolean isOffered() {
        return seal.newest().isPresent();
    }

    public Optional<Subscriber> find(String conversation) {
        return rows.find(conversation).flatMap(Subscriptions::subscriber);
    }

    /**
     * From now on the resident wants to hear of this too. Of whoever is new, all areas are meant until some are chosen.
     *
     * @throws IllegalStateException where opting in is not offered
     */
    public Subscriber begin(
            String conversation, Address address, MunicipalityId municipality, Language language, Subject subject) {
        return begin(conversation, address, municipality, language, subject, Optional.empty());
    }

    /**
     * From now on the resident gets the newcomer series.
     *
     * @param area id of the area they have moved to
     */
    public Subscriber beginSeries(
            String conversation, Address address, MunicipalityId municipality, Language language, String area) {
        return begin(conversation, address, municipality, language, Subject.NEWCOMER, Optional.of(area));
    }

    private Subscriber begin(
            String conversation,
            Address address,
            MunicipalityId municipality,
            Language language,
            Subject subject,
            Optional<String> newcomerArea) {
        stopOthers(conversation, address);
        Optional<SubscriberRow> before = rows.find(conversation);
        Set<Subject> subjects = EnumSet.of(subject);
        before.ifPresent(row -> subjects.addAll(subjects(row)));
        boolean newcomer = subject == Subject.NEWCOMER;
        Sealed sealed = seal.seal(address.user(), bound(conversation, address.channel()));
        rows.begin(
                new SubscriberRow(
                        0,
                        conversation,
                        address.channel(),
                        municipality.value(),
                        before.map(row -> within(municipality, row.areas())).orElse(Set.of()),
                        names(subjects),
                        language.tag(),
                        before.map(SubscriberRow::at).orElse(USUAL_HOUR.toString()),
                        sealed.value(),
                        sealed.mark(),
                        before.flatMap(SubscriberRow::newcomerSince)
                                .or(() -> Optional.of(clock.instant()).filter(_ -> newcomer)),
                        newcomerArea.or(() -> before.flatMap(SubscriberRow::newcomerArea))),
                seal.names(person(address.channel(), address.user())).getFirst(),
                clock.instant());
        return find(conversation).orElseThrow();
    }

    /** An area of another municipality says nothing of where events of this one are wanted. */
    private static Set<String> within(MunicipalityId municipality, Set<String> areas) {
        return areas.stream()
                .filter(area -> area.startsWith(municipality.value() + "/"))
                .collect(Collectors.toSet());
    }

    /** None of them ends it; empty where nothing had begun. */
    public Optional<Subscriber> chooseSubjects(String conversation, Set<Subject> subjects) {
        if (subjects.isEmpty()) {
            stop(conversation);
            return Optional.empty();
        }
        return change(conversation, row -> with(row, row.areas(), names(subjects), row.language(), row.at()));
    }

    /** @param areas ids, empty for all of the municipality */
    public Optional<Subscriber> chooseAreas(String conversation, Set<String> areas) {
        return change(conversation, row -> with(row, areas, row.subjects(), row.language(), row.at()));
    }

    /** @throws IllegalArgumentException for an hour at which nobody is written to */
    public Optional<Subscriber> chooseTime(String conversation, LocalTime at) {
        if (at.isBefore(QUIET_UNTIL) || !at.isBefore(QUIET_FROM)) {
            throw new IllegalArgumentException("nobody is written to at " + at);
        }
        return change(conversation, row -> with(row, row.areas(), row.subjects(), row.language(), at.toString()));
    }

    /** The language the resident is to be written to in. */
    public Optional<Subscriber> speak(String conversation, Language language) {
        return change(conversation, row -> with(row, row.areas(), row.subjects(), language.tag(), row.at()));
    }

    /** Everything goes, for good; whether there was something. */
    public boolean stop(String conversation) {
        return rows.delete(conversation);
    }

    /** The same, also where the account's secret has changed since, and with it the conversation's name. */
    public boolean stop(String conversation, Address address) {
        boolean others = stopOthers(conversation, address);
        return stop(conversation) || others;
    }

    /** The same person under another name, who would be told twice, and could not stop it. */
    private boolean stopOthers(String conversation, Address address) {
        return rows.deleteOthers(seal.names(person(address.channel(), address.user())), conversation) > 0;
    }

    private static String person(String channel, String user) {
        return channel + "\n" + user;
    }

    private Optional<String> user(SubscriberRow row) {
        return seal.open(new Sealed(row.sealed(), row.keyMark()), bound(row.conversation(), row.channel()));
    }

    /**
     * Those who want to hear of something now.
     *
     * @param areas ids; empty for all of the municipality. Who has chosen no area hears of each.
     */
    public List<Subscriber> listFor(MunicipalityId municipality, Subject subject, Set<String> areas) {
        return rows.list(municipality.value(), subject.name(), areas).stream()
                .flatMap(row -> subscriber(row).stream())
                .toList();
    }

    /** Those of them there are, in no order. */
    public List<Subscriber> list(Collection<Long> ids) {
        return rows(ids).stream().flatMap(row -> subscriber(row).stream()).toList();
    }

    /**
     * The real user ids of those who still want it at this moment, by the subscriber's id: who has said otherwise is
     * missing, also who belongs to another account. To be asked for right before sending, and to be kept nowhere.
     *
     * @param channel the name of the LINE account
     */
    public Map<Long, String> reach(String channel, Collection<Long> ids) {
        var reached = new HashMap<Long, String>();
        int unreadable = 0;
        for (SubscriberRow row : rows(ids)) {
            if (!row.channel().equals(channel)) continue;
            Optional<String> user = user(row);
            if (user.isPresent()) reached.put(row.id(), user.get());
            else unreadable++;
        }
        if (unreadable > 0) log.warn("{} addresses cannot be read by the key of subscriptions.key", unreadable);
        return reached;
    }

    /**
     * Encrypts by the newest key whatever is encrypted by another; how many.
     *
     * @throws ConfigurationException where there is no key to encrypt by
     */
    int reseal() {
        String newest = seal.newest()
                .orElseThrow(() -> new ConfigurationException(
                        "設定の誤り: 新しい鍵を subscriptions.key（環境変数 TSUNAGU_SUBSCRIPTIONS_KEY）に書いてください。"));
        int done = 0;
        for (SubscriberRow row : rows.listSealedOtherwise(newest)) {
            String bound = bound(row.conversation(), row.channel());
            Optional<String> user = user(row);
            if (user.isEmpty()) continue;
            Sealed anew = seal.seal(user.get(), bound);
            String person = seal.names(person(row.channel(), user.get())).getFirst();
            if (rows.reseal(row, anew.value(), anew.mark(), person)) done++;
        }
        return done;
    }

    private List<SubscriberRow> rows(Collection<Long> ids) {
        List<Long> all = ids.stream().distinct().toList();
        var found = new ArrayList<SubscriberRow>();
        for (int i = 0; i < all.size(); i += AT_ONCE) {
            found.addAll(rows.list(all.subList(i, Math.min(all.size(), i + AT_ONCE))));
        }
        return found;
    }

    private Optional<Subscriber> change(String conversation, UnaryOperator<SubscriberRow> change) {
        return rows.find(conversation).flatMap(row -> {
            rows.choose(change.apply(row));
            return find(conversation);
        });
    }

    private static SubscriberRow with(
            SubscriberRow row, Set<String> areas, Set<String> subjects, String language, String at) {
        return new SubscriberRow(
                row.id(),
                row.conversation(),
                row.channel(),
                row.municipality(),
                areas,
                subjects,
                language,
                at,
                row.sealed(),
                row.keyMark(),
                row.newcomerSince(),
                row.newcomerArea());
    }

    /** A row's address is of no use in another. */
    private static String bound(String conversation, String channel) {
        return "subscriber\n" + conversation + "\n" + channel;
    }

    /** Empty for a row whose subjects are all over. */
    private static Optional<Subscriber> subscriber(SubscriberRow row) {
        if (row.subjects().isEmpty()) return Optional.empty();
        return Optional.of(new Subscriber(
                row.id(),
                row.channel(),
                new MunicipalityId(row.municipality()),
                row.areas(),
                subjects(row),
                Language.findByTag(row.language()).orElse(Language.JAPANESE),
                LocalTime.parse(row.at()),
                row.newcomerSince(),
                row.newcomerArea()));
    }

    private static Set<Subject> subjects(SubscriberRow row) {
        return row.subjects().stream().map(Subject::valueOf).collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Subject> subjects) {
        return subjects.stream().map(Subject::name).collect(Collectors.toSet());
    }
}
