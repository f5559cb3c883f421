package tsunagu.conversation.intent;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.areas.AreaId;
import tsunagu.conversation.cues.Cue;
import tsunagu.subscriptions.Subject;
import tsunagu.text.Folding;

/** 「イベントのお知らせがほしい」「南部のイベントを知らせて」「20時に知らせて」「通知を止めて」 */
final class NoticeIntents {
    private static final Pattern HOUR =
            Pattern.compile("(?<![0-9])([01]?[0-9]|2[0-3])\\s*(?:時|点|點|시|:00|(pm|p\\.m\\.))", Pattern.CASE_INSENSITIVE);

    private NoticeIntents() {}

    /** To stop goes before everything that does not endanger; to begin, before everything else that may be meant. */
    static Optional<Intent> find(Situation s) {
        if (s.cues().has(Cue.NOTIFY_STOP)) return Optional.of(new Intent.Unsubscribe());
        boolean goesOn = s.cues().has(Cue.NOTIFY_ALL) && s.waiting().contains(Cue.NOTIFY);
        if (goesOn) return Optional.of(subscribe(s, s.waiting(), List.of(), true));
        boolean wished =
                s.cues().has(Cue.NOTIFY, Cue.NOTIFY_EVENTS, Cue.NOTIFY_AREA, Cue.NOTIFY_NEWCOMER, Cue.NOTIFY_ANSWER);
        if (!wished || s.cues().has(Cue.OUT_OF_SCOPE)) return Optional.empty();
        return Optional.of(subscribe(s, s.cues().all(), s.areas(), s.cues().has(Cue.NOTIFY_ALL)));
    }

    /** @param said what says of what to tell: cues of these words, or of those that asked for a place */
    static Intent subscribe(Situation s, Set<Cue> said, List<AreaId> areas, boolean everywhere) {
        return new Intent.Subscribe(
                areas.isEmpty() ? s.municipality() : areas.getFirst().municipality(),
                subject(said),
                areas,
                everywhere,
                hour(s.text()),
                s.memory().home().map(AreaId::parse));
    }

    private static Optional<Subject> subject(Set<Cue> said) {
        if (said.contains(Cue.NOTIFY_ANSWER)) return Optional.of(Subject.ANSWERS);
        if (said.contains(Cue.NOTIFY_NEWCOMER)) return Optional.of(Subject.NEWCOMER);
        if (said.contains(Cue.NOTIFY_AREA)) return Optional.of(Subject.AREA_NOTICES);
        if (said.contains(Cue.EVENTS) || said.contains(Cue.NOTIFY_EVENTS)) return Optional.of(Subject.EVENTS);
        return Optional.empty();
    }

    /** What waits for a place to be named, for {@link Subject}. */
    static Set<Cue> waitingFor(Subject subject) {
        return switch (subject) {
            case EVENTS -> Set.of(Cue.NOTIFY, Cue.EVENTS);
            case AREA_NOTICES -> Set.of(Cue.NOTIFY, Cue.NOTIFY_AREA);
            case NEWCOMER -> Set.of(Cue.NOTIFY, Cue.NOTIFY_NEWCOMER);
            case ANSWERS -> Set.of();
        };
    }

    private static Optional<LocalTime> hour(String text) {
        Matcher found = HOUR.matcher(Folding.width(text));
        if (!found.find()) return Optional.empty();
        int hour = Integer.parseInt(found.group(1));
        return Optional.of(LocalTime.of(found.group(2) != null && hour < 12 ? hour + 12 : hour, 0));
    }
}
