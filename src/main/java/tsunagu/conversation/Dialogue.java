package tsunagu.conversation;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsunagu.areas.AreaId;
import tsunagu.areas.Fact;
import tsunagu.areas.MunicipalityId;
import tsunagu.areas.Place;
import tsunagu.conversation.answer.AgainAnswers;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.answer.Answer.NotKnown.Reason;
import tsunagu.conversation.answer.AreaAnswers;
import tsunagu.conversation.answer.EntryAnswers;
import tsunagu.conversation.answer.JoinAnswers;
import tsunagu.conversation.answer.NotKnownAnswers;
import tsunagu.conversation.answer.OccasionAnswers;
import tsunagu.conversation.answer.Parts;
import tsunagu.conversation.answer.RightsAnswers;
import tsunagu.conversation.events.EventAnswers;
import tsunagu.conversation.gatherings.Gathered;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.intent.Intent.SmallTalk;
import tsunagu.conversation.memory.Memory;
import tsunagu.conversation.networks.ClaimAnswers;
import tsunagu.conversation.networks.NetworkAnswers;
import tsunagu.conversation.passages.DocumentAnswers;
import tsunagu.conversation.passages.DocumentList;
import tsunagu.conversation.passages.FurtherAnswers;
import tsunagu.conversation.passages.NearQuestions;
import tsunagu.conversation.subscribing.Subscribing;
import tsunagu.conversation.wish.EventWish;
import tsunagu.conversation.words.Speech;
import tsunagu.knowledge.Knowledge;
import tsunagu.message.Topic;

/** What the assistant does with each intent: the product's table of contents. */
@Singleton
class Dialogue {
    private final AreaAnswers areas;
    private final NetworkAnswers networks;
    private final JoinAnswers joining;
    private final DocumentAnswers documents;
    private final FurtherAnswers further;
    private final DocumentList documentList;
    private final NotKnownAnswers notKnown;
    private final RightsAnswers rights;
    private final OccasionAnswers occasions;
    private final ClaimAnswers claims;
    private final AgainAnswers again;
    private final EntryAnswers entries;
    private final NearQuestions near;
    private final Gathered gatherings;
    private final EventAnswers events;
    private final Subscribing subscribing;

    Dialogue(
            AreaAnswers areas,
            NetworkAnswers networks,
            JoinAnswers joining,
            DocumentAnswers documents,
            FurtherAnswers further,
            DocumentList documentList,
            NotKnownAnswers notKnown,
            RightsAnswers rights,
            OccasionAnswers occasions,
            ClaimAnswers claims,
            AgainAnswers again,
            EntryAnswers entries,
            NearQuestions near,
            Gathered gatherings,
            EventAnswers events,
            Subscribing subscribing) {
        this.areas = areas;
        this.networks = networks;
        this.joining = joining;
        this.documents = documents;
        this.further = further;
        this.documentList = documentList;
        this.notKnown = notKnown;
        this.rights = rights;
        this.occasions = occasions;
        this.claims = claims;
        this.again = again;
        this.entries = entries;
        this.near = near;
        this.gatherings = gatherings;
        this.events = events;
        this.subscribing = subscribing;
    }

    /** The same dialogue, answering from other knowledge. */
    Dialogue with(Knowledge other) {
        return new Dialogue(
                areas,
                networks,
                joining,
                documents.with(other),
                further.with(other),
                documentList,
                notKnown,
                rights,
                occasions,
                claims,
                again,
                entries.with(other),
                near.with(other),
                gatherings,
                events,
                subscribing);
    }

    /** Whether staff foresaw just these words. */
    boolean isWritten(String text, MunicipalityId municipality) {
        return entries.isWritten(text, municipality);
    }

    /**
     * What is asked besides what it was understood as.
     *
     * @param text as it was typed
     * @param told by what is found again what was told before
     * @param municipality whose residents' entries are told
     * @param subject what was spoken of before
     * @param goesOn whether that was of the same municipality
     */
    record Asked(
            String text, List<String> told, MunicipalityId municipality, Optional<String> subject, boolean goesOn) {
        /** Where nothing was said before. */
        static Asked first(String text, Intent intent, MunicipalityId channel) {
            return after(Memory.NONE, text, intent, channel);
        }

        /** @param channel municipality of the channel */
        static Asked after(Memory memory, String text, Intent intent, MunicipalityId channel) {
            MunicipalityId municipality = Remembering.municipalityOf(intent).orElse(channel);
            boolean goesOn = memory.municipality().orElse(channel.value()).equals(municipality.value());
            return new Asked(text, memory.told(), municipality, memory.subject(), goesOn);
        }
    }

    /**
     * What staff wrote for just these words comes first, and what nothing else answers may be in an entry, or in a
     * document that came after the municipality's file was written. Where nothing does, questions near it are offered.
     */
    Answer answer(Intent intent, Asked asked, ConversationId conversation, Speech speech) {
        if (!mayBeWritten(intent)) return answer(intent, conversation, speech);
        Optional<Answer> written = entries.findSame(asked.text(), asked.municipality(), speech);
        if (written.isPresent()) return written.get();
        Answer answer = ofOwn(answer(intent, conversation, speech), intent, asked, speech);
        return answer instanceof Answer.NotKnown unknown
                ? findOtherwise(intent, unknown, asked, speech).orElseGet(() -> offered(unknown, asked, speech))
                : answer;
    }

    /** Of another municipality unasked is told only what the resident's own does not say of what was spoken of. */
    private Answer ofOwn(Answer answer, Intent intent, Asked asked, Speech speech) {
        boolean another = asked.subject().isPresent()
                && asked.goesOn()
                && answer instanceof Answer.Cited cited
                && intent instanceof Intent.AskDocuments question
                && !question.stated()
                && further.isOfAnother(cited.passages(), asked.municipality());
        return another ? findOfSubject(asked, speech).orElse(answer) : answer;
    }

    private Optional<Answer> findOfSubject(Asked asked, Speech speech) {
        return asked.subject()
                .filter(any -> asked.goesOn())
                .flatMap(subject -> further.findOf(subject, asked.text(), asked.told(), asked.municipality(), speech));
    }

    /** What is spoken of after an answer, for {@link Memory#subject}. */
    Optional<String> findSubject(Intent intent, Asked asked, Answer answer) {
        Optional<String> before = asked.subject().filter(any -> asked.goesOn());
        if (!(answer instanceof Answer.Cited cited)) return before;
        List<String> told = cited.passages();
        // What is said of another municipality is not asked of one's own.
        if (further.isOfAnother(told, asked.municipality())) return Optional.empty();
        if (!told.isEmpty()) return further.findSubject(told, asked.text(), before, asked.told());
        return switch (intent) {
            case Intent.AskTold(var _, var _, var otherwise) -> findSubject(otherwise, asked, answer);
            case Intent.Contact _ -> networks.office(asked.municipality());
            case Intent.AboutNetworks _, Intent.Join _, Intent.WhichArea _, Intent.Verify _ ->
                Optional.of(networks.word(asked.municipality()));
            case Intent.Again _, Intent.Retell _ -> before;
            default -> Optional.empty();
        };
    }

    private Optional<Answer> findOtherwise(Intent intent, Answer.NotKnown unknown, Asked asked, Speech speech) {
        String text = asked.text();
        MunicipalityId municipality = asked.municipality();
        Optional<Answer> added = entries.findAnswer(text, municipality, speech)
                .or(() -> documents.findUploaded(text, municipality, unknown.reason(), speech));
        boolean open = unknown.reason() != Reason.OUT_OF_SCOPE && unknown.reason() != Reason.SEARCH_AWAY;
        if (added.isPresent() || !open) return added;
        if (!saysNothing(unknown)) return documents.findQuoted(text, municipality, false, speech);
        return findAsking(intent, speech)
                .or(() -> goOn(intent, asked, speech))
                .or(() -> documents.findQuoted(text, municipality, true, speech))
                .or(() -> documents.findSpelled(text, municipality, speech))
                .or(() -> findOfSubject(asked, speech));
    }

    private Answer.NotKnown offered(Answer.NotKnown unknown, Asked asked, Speech speech) {
        boolean open = saysNothing(unknown) || unknown.reason() == Reason.UNDOCUMENTED;
        return open ? near.offered(unknown, asked.text(), asked.told(), asked.municipality(), speech) : unknown;
    }

    /** 「そこにはどんな団体がいるの」: what names something may be asked of what was told, too. */
    private Optional<Answer> goOn(Intent intent, Asked asked, Speech speech) {
        return intent instanceof Intent.AskTold
                ? Optional.empty()
                : further.goOn(asked.told(), asked.text(), asked.municipality(), speech);
    }

    /** What only says who asks, and what for, may stand in the way: 「施策の柱を教えてください。授業で発表します」. */
    private Optional<Answer> findAsking(Intent intent, Speech speech) {
        return switch (intent) {
            case Intent.AskDocuments asked ->
                Parts.asking(asked.question()).flatMap(part -> documents.findAnswer(asked.asking(part), speech));
            case Intent.Gatherings asked -> findAsking(asked.otherwise(), speech);
            default -> Optional.empty();
        };
    }

    /** Whether staff may have written the answer: never to a cry for help, nor about what is remembered or was said. */
    private static boolean mayBeWritten(Intent intent) {
        return switch (intent) {
            case Intent.Urgent _, Intent.Declined _, Intent.Forget _, Intent.ShowMemory _ -> false;
            case Intent.Again _, Intent.Retell _, Intent.Subscribe _, Intent.Unsubscribe _ -> false;
            default -> true;
        };
    }

    Answer answer(Intent intent, ConversationId conversation, Speech speech) {
        return switch (intent) {
            case Intent.Verify(var claim, var plain) ->
                claims.verify(claim, municipality(plain), answer(plain, conversation, speech), speech);
            case Intent.Again repeated -> again(repeated, conversation, speech);
            case Intent.Retell(var passages) -> again.retell(passages, speech);
            case Intent.AskTold asked ->
                further.findAmong(asked, speech).orElseGet(() -> answer(asked.otherwise(), conversation, speech));
            case Intent.Urgent urgent -> new Answer.Urgent(speech.say("urgent." + key(urgent.kind())));
            case Intent.Declined declined -> talk("declined." + key(declined.kind()), speech);
            case Intent.WhichArea which -> whichArea(which, conversation, speech);
            case Intent.AskPostcode(var town) -> areas.postcode(town, speech);
            case Intent.ChoosePlace choose -> areas.choose(choose, speech);
            case Intent.AskWhere where -> areas.askWhere(speech);
            case Intent.Correction correction -> areas.askCorrection(speech);
            case Intent.UnknownPlace unknown -> notKnown.unknownPlace(unknown, speech);
            case Intent.AboutNetworks about -> networks.about(about, speech);
            case Intent.AboutMunicipality about -> networks.aboutMunicipality(about.municipality(), speech);
            case Intent.AboutDocuments about -> documentList.about(about, speech);
            case Intent.Layers layers -> networks.layers(layers, speech);
            case Intent.Join join -> joining.join(join, speech);
            case Intent.Contact contact -> joining.contact(contact, speech);
            case Intent.Undocumented undocumented -> notKnown.undocumented(undocumented, speech);
            case Intent.Events wanted -> events.answer(wanted, speech);
            case Intent.AboutEvents about -> events.about(about, speech);
            case Intent.Fax(var municipality) -> joining.fax(municipality, speech);
            case Intent.AskDocuments question -> ask(question, conversation, speech);
            case Intent.Gatherings asked -> gatherings(asked, conversation, speech);
            case Intent.OutOfScope field -> notKnown.outOfScope(field, speech);
            case Intent.Subscribe _, Intent.Unsubscribe _ -> subscribing.elsewhere(speech);
            case Intent.Forget forget -> rights.forget(forget.step(), speech);
            case Intent.ShowMemory show -> showMemory(show, conversation.value(), speech);
            case SmallTalk talk -> talk("talk." + key(talk.kind()), speech);
        };
    }

    /** What is remembered of an intent: of a ranking, the area that was told to come first. */
    Intent told(Intent intent) {
        return intent instanceof Intent.AboutNetworks about ? networks.told(about) : intent;
    }

    /** Somebody did something else than write. */
    Answer answer(Occasion occasion, MunicipalityId channel, Speech speech) {
        return switch (occasion) {
            case Occasion.Followed(boolean returning) -> occasions.followed(returning, channel, speech);
            case Occasion.Sticker sticker -> occasions.sticker(speech);
            case Occasion.Unreadable(var kind) -> occasions.unreadable(key(kind), speech);
            case Occasion.Located located -> occasions.somewhere(speech);
            case Occasion.JoinedGroup joined -> occasions.joinedGroup(channel, speech);
        };
    }

    /** The town in an address, in words to be answered like others; empty where none can be made out. */
    Optional<String> townIn(String address, MunicipalityId channel) {
        return occasions.townIn(address, channel);
    }

    /** What the town's map says lies there; empty without a map. */
    Optional<Fact<Place>> placeAt(Occasion.Located located) {
        return located.point().flatMap(point -> occasions.placeAt(point.latitude(), point.longitude()));
    }

    /** A place of the map in words to be answered like others. */
    String wordsFor(Fact<Place> place) {
        return occasions.wordsFor(place.value());
    }

    /** The answer to {@link #wordsFor}, with what the map says before it. */
    Answer onMap(Answer answer, Fact<Place> place, Speech speech) {
        return occasions.onMap(answer, place, speech);
    }

    private Answer again(Intent.Again repeated, ConversationId conversation, Speech speech) {
        Optional<Answer> last = repeated.last().map(intent -> answer(more(repeated, intent), conversation, speech));
        return switch (repeated.kind()) {
            case SOURCES -> again.sources(last.orElseGet(() -> again.nothing(speech)), speech);
            case MORE -> last.orElseGet(() -> again.nothing(speech));
            case LANGUAGE -> again.inLanguage(last, speech);
        };
    }

    /** Of networks, more is everything that is known of them. */
    private static Intent more(Intent.Again repeated, Intent last) {
        if (repeated.kind() != Intent.Again.Kind.MORE || !(last instanceof Intent.AboutNetworks about)) return last;
        return Intent.AboutNetworks.whole(about.municipality(), about.areas());
    }

    private static MunicipalityId municipality(Intent plain) {
        return Remembering.municipalityOf(plain).orElseThrow();
    }

    private Answer ask(Intent.AskDocuments question, ConversationId conversation, Speech speech) {
        Optional<Answer> event = question.otherwise()
                .filter(Intent.Events.class::isInstance)
                .flatMap(wanted -> events.findNamed((Intent.Events) wanted, speech))
                .or(() -> events.findTitled(question, speech));
        if (event.isPresent()) return event.get();
        if (question.otherwise().isPresent()) {
            return documents
                    .findAnswer(question, speech)
                    .orElseGet(() -> answer(question.otherwise().get(), conversation, speech));
        }
        return events.findWithSubjects(question, speech)
                .map(named -> documents.findAnswer(question, speech).orElse(named))
                .orElseGet(() -> documents.ask(question, speech));
    }

    private Answer whichArea(Intent.WhichArea which, ConversationId conversation, Speech speech) {
        return gatherings
                .newcomers()
                .welcome(
                        which,
                        areas.whichArea(which, speech),
                        area -> answer(whatsOn(area), conversation, speech),
                        speech);
    }

    private static Intent whatsOn(AreaId area) {
        return new Intent.Events(area.municipality(), List.of(area), Optional.empty(), EventWish.NONE, List.of());
    }

    /** What is registered comes first, then what the documents say, and then that nothing of the kind is registered. */
    private Answer gatherings(Intent.Gatherings asked, ConversationId conversation, Speech speech) {
        Optional<Answer> registered = gatherings
                .stints()
                .findAnswer(asked, speech)
                .or(() -> gatherings.groups().findAnswer(asked, speech));
        return registered.orElseGet(() -> {
            Answer otherwise = answer(asked.otherwise(), conversation, speech);
            return otherwise instanceof Answer.Cited
                    ? otherwise
                    : gatherings
                            .stints()
                            .findNone(asked, speech)
                            .or(() -> gatherings.groups().findNone(asked, speech))
                            .or(() -> Optional.of(otherwise)
                                    .filter(Dialogue::saysNothing)
                                    .flatMap(any -> gatherings.groups().findNoneAtAll(asked, speech)))
                            .orElse(otherwise);
        });
    }

    private static boolean saysNothing(Answer answer) {
        return answer instanceof Answer.NotKnown unknown
                && (unknown.reason() == Reason.NOTHING_FOUND || unknown.reason() == Reason.ONLY_RELATED);
    }

    private Answer showMemory(Intent.ShowMemory show, String conversation, Speech speech) {
        return rights.show(show.memory(), conversation, subscribing.listKept(conversation, speech), speech);
    }

    private static Answer talk(String key, Speech speech) {
        return new Answer.Talk(Topic.SMALLTALK, speech.say(key), List.of());
    }

    private static String key(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
