package tsunagu.conversation.subscribing;

import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.areas.Area;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Intent;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.message.Topic;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriber;

/** What is asked and said when residents choose what to be told. What a button sends says all of the wish. */
@Singleton
class SubscribingWords {
    /** More buttons than these nobody looks through; whoever lives elsewhere writes the name. */
    private static final int MOST_AREAS = 10;

    private static final List<Subject> CHOOSABLE = List.of(Subject.EVENTS, Subject.AREA_NOTICES, Subject.NEWCOMER);
    private static final List<Integer> HOURS = List.of(17, 18, 19, 20);

    private final Municipalities municipalities;

    SubscribingWords(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** Whether there is something to choose. */
    boolean hasAreas(MunicipalityId municipality) {
        return municipalities.getMunicipality(municipality).areas().size() > 1;
    }

    /** What asks for a subject: 「イベントのお知らせがほしい」. */
    static Choice choice(Subject subject, Speech speech) {
        return new Choice(speech.say("notify.choices." + key(subject)), speech.say("notify.texts." + key(subject)));
    }

    Answer askSubject(Speech speech) {
        List<Choice> choices =
                CHOOSABLE.stream().map(subject -> choice(subject, speech)).toList();
        return new Answer.Ask(Topic.OTHER, speech.say("notify.ask-subject"), choices);
    }

    /** Where the resident lives comes first. */
    Answer askArea(Intent.Subscribe wanted, Subject subject, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(wanted.municipality());
        var choices = new ArrayList<Choice>();
        Stream<Area> home = municipality.areas().stream()
                .filter(area -> wanted.home().filter(area.id()::equals).isPresent());
        Stream.concat(home, municipality.areas().stream())
                .distinct()
                .limit(MOST_AREAS)
                .map(area -> areaChoice(area, subject, speech))
                .forEach(choices::add);
        if (subject != Subject.NEWCOMER) {
            choices.add(new Choice(speech.say("notify.choices.all"), speech.say("notify.all-texts." + key(subject))));
        }
        return new Answer.Ask(Topic.OTHER, speech.say("notify.ask-area." + key(subject)), choices);
    }

    private static Choice areaChoice(Area area, Subject subject, Speech speech) {
        String label = new Naming(speech).of(area).split(" \\(", 2)[0];
        return new Choice(label, speech.say("notify.area-texts." + key(subject), "area", area.name()));
    }

    Answer askHour(Speech speech) {
        return new Answer.Ask(Topic.OTHER, speech.say("notify.ask-hour"), hours(Optional.empty(), speech));
    }

    private static List<Choice> hours(Optional<LocalTime> besides, Speech speech) {
        return HOURS.stream()
                .filter(hour ->
                        besides.filter(at -> at.equals(LocalTime.of(hour, 0))).isEmpty())
                .map(hour -> new Choice(speech.say("notify.choices.hour", "hour", hour)))
                .toList();
    }

    /** @param subject that was chosen just now, empty where it was something else */
    Answer chosen(Subscriber now, Optional<Subject> subject, Speech speech) {
        var lines = new ArrayList<String>();
        lines.add(speech.say(subject.isPresent() ? "notify.begun" : "notify.changed"));
        lines.addAll(lines(now, speech));
        lines.add(speech.say("notify.how-to-stop"));
        var choices = new ArrayList<Choice>();
        if (now.subjects().contains(Subject.EVENTS)) choices.addAll(hours(Optional.of(now.at()), speech));
        CHOOSABLE.stream()
                .filter(other -> subject.isPresent() && !now.subjects().contains(other) && other != Subject.NEWCOMER)
                .forEach(other -> choices.add(choice(other, speech)));
        choices.add(new Choice(speech.say("notify.choices.stop")));
        return new Answer.Talk(Topic.OTHER, String.join("\n", lines), choices);
    }

    /** What a resident is told, one line a subject. */
    List<String> lines(Subscriber now, Speech speech) {
        String areas = areas(now.municipality(), now.areas(), speech);
        return Stream.of(Subject.values())
                .filter(now.subjects()::contains)
                .map(subject -> speech.say(
                        "notify.lines." + key(subject),
                        "areas",
                        subject == Subject.NEWCOMER ? newcomerArea(now, speech) : areas,
                        "hour",
                        now.at().getHour()))
                .toList();
    }

    private String newcomerArea(Subscriber now, Speech speech) {
        return areas(now.municipality(), now.newcomerArea().map(Set::of).orElse(Set.of()), speech);
    }

    private String areas(MunicipalityId id, Set<String> areas, Speech speech) {
        Municipality municipality = municipalities.getMunicipality(id);
        var naming = new Naming(speech);
        if (areas.isEmpty()) return speech.say("notify.whole", "municipality", naming.of(municipality));
        return naming.list(municipality.areas().stream()
                .filter(area -> areas.contains(area.id().toString()))
                .map(naming::of)
                .toList());
    }

    private static String key(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
