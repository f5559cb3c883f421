package tsunagu.conversation.gatherings;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.wish.WishReader;
import tsunagu.conversation.words.Messages;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.groups.Gathering;
import tsunagu.groups.GatheringFinder;
import tsunagu.groups.GroupRequest;
import tsunagu.groups.GroupRequests;
import tsunagu.groups.OpenStint;
import tsunagu.groups.StintFinder;
import tsunagu.message.Choice;
import tsunagu.message.Topic;
import tsunagu.text.Folding;
import tsunagu.text.Language;

/**
 * The short dialogue by which a resident asks to join a group or offers a hand: consent first, then what to call them
 * and how to reach them, then whether to send it. Nothing is sent that was not shown before.
 */
@Singleton
public class RequestDialogue {
    private static final int LONGEST_CALLED = 40;
    private static final Pattern TELEPHONE =
            Pattern.compile("\\+?[0-9]{2,4}[ ()-]{0,2}[0-9]{2,4}[ ()-]{0,2}[0-9]{3,4}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST_MAIL = 120;

    private final GroupRequests requests;
    private final GatheringFinder gatherings;
    private final StintFinder stints;
    private final WishReader wishes;
    private final Messages messages;
    private final Municipalities municipalities;

    RequestDialogue(
            GroupRequests requests,
            GatheringFinder gatherings,
            StintFinder stints,
            WishReader wishes,
            Messages messages,
            Municipalities municipalities) {
        this.requests = requests;
        this.gatherings = gatherings;
        this.stints = stints;
        this.wishes = wishes;
        this.messages = messages;
        this.municipalities = municipalities;
    }

    /** An answer, and the language it is in. */
    public record Said(Answer answer, Speech speech) {}

    /**
     * Empty where the words have nothing to do with a request.
     *
     * @param asks whether the words ask for something: then what was begun is dropped, and they are answered
     */
    public Optional<Said> answer(String conversation, String text, Intent intent, boolean asks, Speech speech) {
        if (isFixed(intent)) return Optional.empty();
        if (wishes.withdraws(text)) return Optional.of(new Said(withdraw(conversation, text, speech), speech));
        if (intent instanceof Intent.Gatherings asked && asked.wish().asksToJoin()) {
            Optional<Answer> begun = begin(conversation, asked, speech);
            if (begun.isPresent()) return begun.map(answer -> new Said(answer, speech));
        }
        Optional<GroupRequest> draft = requests.findDraft(conversation);
        if (draft.isEmpty()) return Optional.empty();
        Speech own =
                Language.findByTag(draft.get().language()).map(messages::in).orElse(speech);
        boolean answers = wishes.agrees(text) || wishes.stops(text);
        if (asks && !answers) {
            requests.dropDraft(conversation);
            return Optional.empty();
        }
        return Optional.of(new Said(goOn(conversation, draft.get(), text, own), own));
    }

    private static boolean isFixed(Intent intent) {
        return intent instanceof Intent.Urgent
                || intent instanceof Intent.Forget
                || intent instanceof Intent.ShowMemory
                || intent instanceof Intent.Subscribe
                || intent instanceof Intent.Unsubscribe
                || intent instanceof Intent.Declined;
    }

    private Optional<Answer> begin(String conversation, Intent.Gatherings asked, Speech speech) {
        Optional<OpenStint> stint = asked.wish().stint().flatMap(stints::find);
        if (stint.isPresent()) {
            OpenStint one = stint.get();
            if (one.past()) return Optional.of(talk("stints.past", one.title(), speech));
            if (one.left() == 0) return Optional.of(talk("stints.full", one.title(), speech));
            boolean already = requests.listSent(conversation).stream()
                    .anyMatch(sent -> sent.stint().equals(Optional.of(one.id())));
            if (already) return Optional.of(talk("requests.already", one.title(), speech));
            return Optional.of(
                    consent(requests.begin(conversation, one, speech.language().tag()), one.municipality(), speech));
        }
        Optional<Gathering> group = asked.wish().named().flatMap(gatherings::find);
        if (group.isEmpty() || !group.get().takesRequests()) return Optional.empty();
        Gathering one = group.get();
        boolean already = requests.listSent(conversation).stream()
                .anyMatch(sent -> sent.group().equals(Optional.of(one.id())));
        if (already) return Optional.of(talk("requests.already", one.name(), speech));
        return Optional.of(
                consent(requests.begin(conversation, one, speech.language().tag()), one.municipality(), speech));
    }

    private Answer consent(GroupRequest draft, MunicipalityId id, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(id);
        String question = speech.say(
                "requests.consent",
                "name",
                draft.subject(),
                "municipality",
                new Naming(speech).of(municipality),
                "days",
                requests.days());
        return ask(question, speech, "requests.agree", "requests.stop");
    }

    private Answer goOn(String conversation, GroupRequest draft, String text, Speech speech) {
        if (wishes.stops(text)) {
            requests.dropDraft(conversation);
            return new Answer.Talk(Topic.JOIN, speech.say("requests.stopped"), List.of());
        }
        return switch (draft.step()) {
            case CONSENT -> {
                if (!wishes.agrees(text)) {
                    yield ask(speech.say("requests.again-consent"), speech, "requests.agree", "requests.stop");
                }
                requests.consented(conversation);
                yield ask(speech.say("requests.ask-called"), speech, "requests.stop");
            }
            case CALLED -> called(conversation, text, speech);
            case REACH -> reach(conversation, draft, text, speech);
            case CONFIRM -> {
                if (!wishes.agrees(text)) {
                    yield ask(speech.say("requests.again-confirm"), speech, "requests.send", "requests.stop");
                }
                yield send(conversation, draft, speech);
            }
        };
    }

    private Answer called(String conversation, String text, Speech speech) {
        String called = text.replaceAll("\\p{Cc}", " ").strip().replaceAll("(です|と申します|といいます)[。.]?$", "");
        boolean name = !called.isEmpty()
                && called.length() <= LONGEST_CALLED
                && called.codePoints().anyMatch(Character::isLetter)
                && !called.contains("://");
        if (!name) return ask(speech.say("requests.bad-called"), speech, "requests.stop");
        requests.called(conversation, called);
        return ask(speech.say("requests.ask-reach", "called", called), speech, "requests.stop");
    }

    private Answer reach(String conversation, GroupRequest draft, String text, Speech speech) {
        String reach = Folding.width(text).strip().replaceAll("(です)?[。]?$", "");
        boolean good = TELEPHONE.matcher(reach).matches()
                || reach.length() <= LONGEST_MAIL && MAIL.matcher(reach).matches();
        if (!good) return ask(speech.say("requests.bad-reach"), speech, "requests.stop");
        requests.reach(conversation, reach);
        String question =
                speech.say("requests.confirm", "name", draft.subject(), "called", draft.called(), "reach", reach);
        return ask(question, speech, "requests.send", "requests.stop");
    }

    private Answer send(String conversation, GroupRequest draft, Speech speech) {
        Optional<OpenStint> stint = draft.stint().flatMap(stints::find);
        boolean gone = draft.stint().isPresent()
                        && stint.filter(one -> one.left() > 0 && !one.past()).isEmpty()
                || draft.group().isPresent()
                        && draft.group()
                                .flatMap(gatherings::find)
                                .filter(Gathering::takesRequests)
                                .isEmpty();
        if (gone) {
            requests.dropDraft(conversation);
            return talk("requests.closed", draft.subject(), speech);
        }
        requests.send(conversation);
        return talk("requests.sent", draft.subject(), speech);
    }

    private Answer withdraw(String conversation, String text, Speech speech) {
        requests.dropDraft(conversation);
        List<GroupRequest> sent = requests.listSent(conversation);
        if (sent.isEmpty()) return new Answer.Talk(Topic.JOIN, speech.say("requests.withdraw-none"), List.of());
        String said = Folding.name(text);
        List<GroupRequest> named = sent.stream()
                .filter(one -> said.contains(Folding.name(one.subject())))
                .toList();
        if (named.isEmpty() && sent.size() > 1) {
            List<Choice> choices = sent.stream()
                    .map(one -> GatheringAnswers.choice(
                            one.subject(), speech.say("requests.withdraw-text", "name", one.subject())))
                    .toList();
            return new Answer.Ask(Topic.JOIN, speech.say("requests.withdraw-which"), choices);
        }
        GroupRequest one = named.isEmpty() ? sent.getFirst() : named.getFirst();
        requests.withdraw(conversation, one);
        return talk("requests.withdrawn", one.subject(), speech);
    }

    private static Answer talk(String key, String name, Speech speech) {
        return new Answer.Talk(Topic.JOIN, speech.say(key, "name", name), List.of());
    }

    private static Answer ask(String question, Speech speech, String... choices) {
        return new Answer.Ask(
                Topic.JOIN,
                question,
                List.of(choices).stream()
                        .map(key -> new Choice(speech.say(key)))
                        .toList());
    }
}
