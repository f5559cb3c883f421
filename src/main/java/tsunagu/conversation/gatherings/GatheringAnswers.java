package tsunagu.conversation.gatherings;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.areas.AreaId;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.Answer.NotKnown.Reason;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.wish.Wish;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.groups.Gathering;
import tsunagu.groups.GatheringFinder;
import tsunagu.groups.GatheringSearch;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Topic;

/** Who is there and where people gather, the best first, each with the day it was last confirmed and the next step. */
@Singleton
public class GatheringAnswers {
    private static final int MOST_CARDS = 4;
    private static final int MOST_INSTEAD = 4;
    private static final List<String> OPEN_TO_ALL = List.of("salon", "community-centre", "circle", "volunteers");

    private final GatheringFinder gatherings;
    private final Municipalities municipalities;

    GatheringAnswers(GatheringFinder gatherings, Municipalities municipalities) {
        this.gatherings = gatherings;
        this.municipalities = municipalities;
    }

    /** Empty where nothing that is registered fits. */
    public Optional<Answer> findAnswer(Intent.Gatherings asked, Speech speech) {
        Wish wish = asked.wish();
        Optional<Gathering> named = wish.named().flatMap(gatherings::find);
        if (named.isPresent()) return Optional.of(about(named.get(), speech));
        if (wish.kinds().isEmpty() && wish.words().isEmpty()) return Optional.empty();
        List<Gathering> found = gatherings.find(search(asked));
        return found.isEmpty() ? Optional.empty() : Optional.of(listed(asked, found, speech));
    }

    /** That nothing of the kind is registered, and what is there instead; empty where nothing is registered at all. */
    public Optional<Answer> findNone(Intent.Gatherings asked, Speech speech) {
        MunicipalityId id = asked.municipality();
        if (!gatherings.knowsAny(id) || asked.wish().called().isEmpty()) return Optional.empty();
        Municipality municipality = municipalities.getMunicipality(id);
        var instead = new GatheringSearch(id, asked.near(), asked.place(), OPEN_TO_ALL, List.of(), List.of());
        List<Choice> choices = gatherings.find(instead).stream()
                .limit(MOST_INSTEAD)
                .map(one -> choice(one.name(), one.name()))
                .toList();
        String words = speech.say("gatherings.none", "what", asked.wish().called())
                + (choices.isEmpty() ? "" : "\n" + speech.say("gatherings.none-instead"))
                + "\n"
                + speech.say("gatherings.ask-office", "office", new Naming(speech).office(municipality));
        return Optional.of(new Answer.NotKnown(Topic.GROUPS, Reason.NOTHING_FOUND, words, choices));
    }

    /** 「友達がほしい」, in a town whose staff have registered nothing yet: the network may be joined instead. */
    public Optional<Answer> findNoneAtAll(Intent.Gatherings asked, Speech speech) {
        Wish wish = asked.wish();
        if (gatherings.knowsAny(asked.municipality())) return Optional.empty();
        boolean unclear = wish.strange() && !(wish.speaksOfGroups() && wish.looks());
        if (wish.kinds().isEmpty() && (wish.words().isEmpty() || unclear)) return Optional.empty();
        Municipality municipality = municipalities.getMunicipality(asked.municipality());
        var naming = new Naming(speech);
        boolean mayJoin = municipality.joining().isPresent();
        String words = speech.say("gatherings.none-at-all")
                + (mayJoin
                        ? "\n" + speech.say("gatherings.network-instead", "word", naming.networkWord(municipality))
                        : "")
                + "\n" + speech.say("gatherings.ask-office", "office", naming.office(municipality));
        List<Choice> choices = mayJoin ? List.of(new Choice(speech.say("choices.join"))) : List.of();
        return Optional.of(new Answer.NotKnown(Topic.GROUPS, Reason.NOTHING_FOUND, words, choices));
    }

    /** Where people gather in an area, for somebody who is new there; empty where nothing is registered. */
    public List<Gathering> listOpenTo(AreaId area, int most) {
        var search = new GatheringSearch(area.municipality(), Optional.of(area), "", OPEN_TO_ALL, List.of(), List.of());
        return gatherings.find(search).stream().limit(most).toList();
    }

    private static GatheringSearch search(Intent.Gatherings asked) {
        Wish wish = asked.wish();
        return new GatheringSearch(
                asked.municipality(), asked.near(), asked.place(), wish.kinds(), wish.words(), wish.helpful());
    }

    private Answer listed(Intent.Gatherings asked, List<Gathering> found, Speech speech) {
        if (found.size() == 1) return about(found.getFirst(), speech);
        Municipality municipality = municipalities.getMunicipality(asked.municipality());
        var cards = new GatheringCards(municipality, speech);
        List<Gathering> shown = found.stream().limit(MOST_CARDS).toList();
        var sentences = new ArrayList<String>();
        String what = asked.wish().called();
        sentences.add(
                what.isEmpty()
                        ? speech.say("gatherings.found", "count", found.size())
                        : speech.say("gatherings.found-of", "what", what, "count", found.size()));
        asked.near()
                .filter(area -> municipality.findArea(area).isPresent())
                .ifPresent(area -> sentences.add(
                        speech.say("gatherings.near", "area", new Naming(speech).of(municipalities.getArea(area)))));
        if (found.size() > shown.size()) {
            sentences.add(speech.say("gatherings.first", "shown", shown.size()));
        }
        stale(shown, speech).ifPresent(sentences::add);
        sentences.add(speech.say("gatherings.choose"));
        var messages = new ArrayList<Message>();
        messages.add(new Message.Text(String.join("\n", sentences)));
        shown.forEach(one -> messages.add(cards.card(one)));
        return new Answer.Cited(
                Topic.GROUPS,
                messages,
                shown.stream().map(cards::source).toList(),
                shown.stream().map(one -> choice(one.name(), one.name())).toList());
    }

    /** One of them, and how one begins. */
    private Answer about(Gathering one, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(one.municipality());
        var cards = new GatheringCards(municipality, speech);
        var sentences = new ArrayList<String>();
        sentences.add(speech.say("gatherings.is", "name", one.name(), "kind", cards.kind(one)));
        stale(List.of(one), speech).ifPresent(sentences::add);
        sentences.addAll(nextStep(one, municipality, speech));
        List<Choice> choices = one.takesRequests()
                ? List.of(new Choice(
                        speech.say("requests.choice"), speech.say("requests.choice-text", "name", one.name())))
                : List.of();
        return new Answer.Cited(
                Topic.GROUPS,
                List.of(new Message.Text(String.join("\n", sentences)), cards.card(one)),
                List.of(cards.source(one)),
                choices);
    }

    /** Whom to call or write, and what to say; where nobody may be named, the town's own office. */
    private static List<String> nextStep(Gathering one, Municipality municipality, Speech speech) {
        var steps = new ArrayList<String>();
        var contact = one.contact();
        String whom = contact.name().orElse(one.name());
        contact.telephone()
                .ifPresent(number -> steps.add(
                        speech.say("gatherings.call", "whom", whom, "telephone", number, "name", one.name())));
        if (contact.telephone().isEmpty()) {
            contact.mail()
                    .ifPresent(mail ->
                            steps.add(speech.say("gatherings.write", "whom", whom, "mail", mail, "name", one.name())));
        }
        if (steps.isEmpty() && contact.form().isPresent()) steps.add(speech.say("gatherings.fill-in"));
        if (one.takesRequests()) steps.add(speech.say("gatherings.request"));
        if (steps.isEmpty()) {
            String office = new Naming(speech).office(municipality);
            steps.add(speech.say("gatherings.ask-about", "office", office, "name", one.name()));
        }
        return steps;
    }

    private static Optional<String> stale(List<Gathering> shown, Speech speech) {
        String names = shown.stream()
                .filter(Gathering::stale)
                .map(one -> "「" + one.name() + "」")
                .collect(Collectors.joining());
        return names.isEmpty() ? Optional.empty() : Optional.of(speech.say("gatherings.stale", "names", names));
    }

    static Choice choice(String label, String text) {
        int units = 20;
        if (label.length() <= units) return new Choice(label, text);
        int end = Character.isHighSurrogate(label.charAt(units - 2)) ? units - 2 : units - 1;
        return new Choice(label.substring(0, end) + "…", text);
    }
}
