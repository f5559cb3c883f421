package tsunagu.conversation.subscribing;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.areas.AreaId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.memory.UnansweredQuestions;
import tsunagu.conversation.memory.UnansweredQuestions.UnansweredQuestion;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Topic;
import tsunagu.subscriptions.Address;
import tsunagu.subscriptions.AwaitedAnswers;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/**
 * Opting in and out: of what, of where, at what hour; each step is one tap, and what it says is all that is needed, so
 * that nothing of it is remembered but what was chosen.
 */
@Singleton
public class Subscribing {
    /** No answer is to be waited for: it is not for us to give, or nobody has said yet what is asked. */
    private static final Set<Answer.NotKnown.Reason> NEVER_ANSWERED = EnumSet.of(
            Answer.NotKnown.Reason.OUT_OF_SCOPE,
            Answer.NotKnown.Reason.ELSEWHERE,
            Answer.NotKnown.Reason.UNKNOWN_PLACE,
            Answer.NotKnown.Reason.SEARCH_AWAY);

    private final Subscriptions subscriptions;
    private final AwaitedAnswers awaited;
    private final UnansweredQuestions unanswered;
    private final SubscribingWords words;

    Subscribing(
            Subscriptions subscriptions,
            AwaitedAnswers awaited,
            UnansweredQuestions unanswered,
            SubscribingWords words) {
        this.subscriptions = subscriptions;
        this.awaited = awaited;
        this.unanswered = unanswered;
        this.words = words;
    }

    /**
     * Does what the resident wants, and says so; empty where the intent is another.
     *
     * @param address where the resident can be told something
     */
    public Optional<Answer> answer(Intent intent, String conversation, Optional<Address> address, Speech speech) {
        return switch (intent) {
            case Intent.Subscribe wanted -> Optional.of(subscribe(wanted, conversation, address, speech));
            case Intent.Unsubscribe _ -> Optional.of(stop(conversation, address, speech));
            default -> Optional.empty();
        };
    }

    /** To whoever cannot be reached here. */
    public Answer elsewhere(Speech speech) {
        return talk(speech.say(subscriptions.isOffered() ? "notify.only-line" : "notify.not-offered"), List.of());
    }

    /** What is kept of it, for whoever asks; nothing where nothing is wanted. */
    public List<String> listKept(String conversation, Speech speech) {
        Optional<Subscriber> now = subscriptions.find(conversation);
        if (now.isEmpty()) return List.of();
        var rows = new ArrayList<>(words.lines(now.get(), speech));
        rows.add(speech.say("notify.kept"));
        return rows;
    }

    /** As if nothing had ever been wanted. */
    public void stop(String conversation) {
        subscriptions.stop(conversation);
    }

    /** The language chosen is the one to be written to in. */
    public void speak(String conversation, Language language) {
        subscriptions.speak(conversation, language);
    }

    private Answer stop(String conversation, Optional<Address> address, Speech speech) {
        boolean stopped = address.map(there -> subscriptions.stop(conversation, there))
                .orElseGet(() -> subscriptions.stop(conversation));
        return talk(speech.say(stopped ? "notify.stopped" : "notify.nothing-to-stop"), List.of());
    }

    private Answer subscribe(Intent.Subscribe wanted, String conversation, Optional<Address> address, Speech speech) {
        if (address.isEmpty() || !subscriptions.isOffered()) return elsewhere(speech);
        Optional<Subscriber> before = subscriptions.find(conversation);
        if (wanted.subject().isEmpty()) {
            boolean known = before.isPresent() && (wanted.at().isPresent() || isPlaced(wanted));
            return known ? chosen(wanted, conversation, speech) : words.askSubject(speech);
        }
        Subject subject = wanted.subject().get();
        if (subject == Subject.ANSWERS) return await(wanted, conversation, address.get(), speech);
        if (subject == Subject.NEWCOMER) return series(wanted, conversation, address.get(), speech);
        Optional<Set<String>> areas = areas(wanted, before);
        if (areas.isEmpty()) return words.askArea(wanted, subject, speech);
        subscriptions.begin(conversation, address.get(), wanted.municipality(), speech.language(), subject);
        subscriptions.chooseAreas(conversation, areas.get());
        return chosen(wanted, conversation, speech);
    }

    /** Of one area: the one the resident has moved to. */
    private Answer series(Intent.Subscribe wanted, String conversation, Address address, Speech speech) {
        Optional<AreaId> area = wanted.areas().stream().findFirst().or(wanted::home);
        if (area.isEmpty()) return words.askArea(wanted, Subject.NEWCOMER, speech);
        subscriptions.beginSeries(
                conversation,
                address,
                area.get().municipality(),
                speech.language(),
                area.get().toString());
        return chosen(wanted, conversation, speech);
    }

    private static boolean isPlaced(Intent.Subscribe wanted) {
        return !wanted.areas().isEmpty() || wanted.everywhere();
    }

    /** Empty where it has yet to be asked; an empty set is all of the municipality. */
    private Optional<Set<String>> areas(Intent.Subscribe wanted, Optional<Subscriber> before) {
        if (wanted.everywhere()) return Optional.of(Set.of());
        Optional<Subscriber> here = before.filter(one -> one.municipality().equals(wanted.municipality()));
        Set<String> already = here.map(Subscriber::areas).orElse(Set.of());
        if (!wanted.areas().isEmpty()) {
            return Optional.of(
                    Stream.concat(already.stream(), wanted.areas().stream().map(AreaId::toString))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        if (!already.isEmpty()) return Optional.of(already);
        boolean everywhere = here.filter(one -> one.subjects().stream().anyMatch(Subscribing::isOfAreas))
                .isPresent();
        if (everywhere) return Optional.of(Set.of());
        return words.hasAreas(wanted.municipality()) ? Optional.empty() : Optional.of(Set.of());
    }

    private static boolean isOfAreas(Subject subject) {
        return subject == Subject.EVENTS || subject == Subject.AREA_NOTICES;
    }

    /** What holds now, after the hour was taken over too. */
    private Answer chosen(Intent.Subscribe wanted, String conversation, Speech speech) {
        if (wanted.subject().isEmpty() && isPlaced(wanted)) {
            subscriptions.chooseAreas(
                    conversation, wanted.areas().stream().map(AreaId::toString).collect(Collectors.toSet()));
        }
        if (wanted.at().isPresent()) {
            LocalTime at = wanted.at().get();
            if (at.isBefore(Subscriptions.QUIET_UNTIL) || !at.isBefore(Subscriptions.QUIET_FROM)) {
                return words.askHour(speech);
            }
            subscriptions.chooseTime(conversation, at);
        }
        return subscriptions
                .find(conversation)
                .map(now -> words.chosen(now, wanted.subject(), speech))
                .orElseGet(() -> words.askSubject(speech));
    }

    private Answer await(Intent.Subscribe wanted, String conversation, Address address, Speech speech) {
        Optional<UnansweredQuestion> question = unanswered.findLast(conversation);
        if (question.isEmpty()) return talk(speech.say("notify.no-question"), List.of());
        awaited.await(
                conversation,
                address,
                wanted.municipality(),
                speech.language(),
                question.get().id());
        return talk(speech.say("notify.awaited", "words", question.get().words()), List.of());
    }

    /**
     * The answer, with the offer to be told more of it later where that can be done and is not yet.
     *
     * @param intent it answers
     */
    public Answer offered(Answer answer, Intent intent, String conversation, Optional<Address> address, Speech speech) {
        if (address.isEmpty() || !subscriptions.isOffered()) return answer;
        return switch (answer) {
            case Answer.Cited cited -> {
                List<Subject> offers = offers(cited, intent);
                if (offers.isEmpty()) yield answer;
                Set<Subject> has = subscriptions
                        .find(conversation)
                        .map(Subscriber::subjects)
                        .orElse(Set.of());
                List<Choice> choices = offers.stream()
                        .filter(subject -> !has.contains(subject))
                        .map(subject -> SubscribingWords.choice(subject, speech))
                        .toList();
                yield cited.withChoices(with(cited.choices(), choices));
            }
            case Answer.NotKnown(var topic, var reason, var said, var choices)
            when !NEVER_ANSWERED.contains(reason) ->
                new Answer.NotKnown(
                        topic, reason, said, with(choices, List.of(SubscribingWords.choice(Subject.ANSWERS, speech))));
            default -> answer;
        };
    }

    private static List<Subject> offers(Answer.Cited cited, Intent intent) {
        if (cited.topic() == Topic.EVENTS) return List.of(Subject.EVENTS);
        boolean newcomer = intent instanceof Intent.WhichArea which && which.newcomer();
        return newcomer ? List.of(Subject.NEWCOMER, Subject.EVENTS) : List.of();
    }

    private static List<Choice> with(List<Choice> before, List<Choice> offers) {
        var all = new ArrayList<>(before);
        all.addAll(offers);
        return all;
    }

    private static Answer talk(String words, List<Choice> choices) {
        return new Answer.Talk(Topic.OTHER, words, choices);
    }
}
