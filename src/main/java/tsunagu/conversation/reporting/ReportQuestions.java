package tsunagu.conversation.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Choice;
import tsunagu.submissions.Report;
import tsunagu.submissions.Report.Kind;
import tsunagu.submissions.Report.Step;
import tsunagu.submissions.Reporting;

/** The question that is next, in words, with what may be tapped. */
final class ReportQuestions {
    /** What can be asked once more from the summary. */
    static final List<Step> FIXED =
            List.of(Step.TITLE, Step.WHEN, Step.PLACE, Step.ABOUT, Step.AUDIENCE, Step.CONTACT, Step.SOURCE);

    private final Report report;
    private final Speech speech;

    ReportQuestions(Report report, Speech speech) {
        this.report = report;
        this.speech = speech;
    }

    /** The button that asks it once more. */
    static String fix(Step step) {
        return "reports.fix." + key(step);
    }

    static String key(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param town what the municipality is called
     * @param days for how many days what was decided on is kept
     */
    String words(List<String> notices, String town, long days) {
        var lines = new ArrayList<String>();
        notices.forEach(notice -> lines.add(notice(notice)));
        lines.add(
                switch (report.step()) {
                    case CONSENT -> speech.say("reports.consent", "municipality", town, "days", days);
                    case KIND -> speech.say("reports.ask-kind");
                    case TITLE, WHEN, ABOUT -> speech.say(question() + (isEvent() ? "-event" : "-group"));
                    case PLACE, AUDIENCE, CONTACT, SOURCE -> speech.say(question());
                    case CONTACT_MAY ->
                        speech.say(question(), "contact", report.texts().getOrDefault("contact", ""));
                    case CONFIRM -> summary();
                });
        return String.join("\n", lines);
    }

    private String question() {
        return "reports.ask-" + key(report.step());
    }

    private boolean isEvent() {
        return report.kind().orElse(Kind.EVENT) == Kind.EVENT;
    }

    private String notice(String notice) {
        if (notice.equals("when-read")) return speech.say("reports.when-read", "days", days().orElse(""));
        if (notice.startsWith("too-long.")) {
            String field = notice.substring("too-long.".length());
            return speech.say("reports.too-long", "most", Reporting.longest(field));
        }
        return speech.say("reports." + notice);
    }

    /** 「12月6日（日）13:00から15:00まで」; empty where no day was understood. */
    private Optional<String> days() {
        return report.days().map(days -> {
            String from = report.from().map(Object::toString).orElse("");
            String times = report.to()
                    .map(to -> " " + speech.say("reports.times", "from", from, "to", to))
                    .orElseGet(() -> from.isEmpty() ? "" : " " + speech.say("reports.time", "from", from));
            return speech.say(days) + times;
        });
    }

    private String summary() {
        var lines = new ArrayList<String>();
        report.texts().forEach((part, text) -> {
            Optional<String> days = part.equals("when") ? days() : Optional.empty();
            days.ifPresent(day -> lines.add(line("days", day)));
            if (days.isEmpty()) lines.add(line(part, text));
        });
        lines.add(speech.say("reports.confirm"));
        return String.join("\n", lines);
    }

    private String line(String part, String value) {
        return speech.say("reports.line", "part", speech.say("reports.part." + part), "value", value);
    }

    List<Choice> choices() {
        var keys = new ArrayList<String>();
        switch (report.step()) {
            case CONSENT -> keys.add("agree");
            case KIND -> keys.addAll(List.of("is-event", "is-group"));
            case TITLE -> {}
            case WHEN, PLACE, ABOUT, AUDIENCE, CONTACT, SOURCE -> {
                if (!Reporting.isNeeded(report.step(), isEvent())) keys.add("skip");
                keys.add("back");
            }
            case CONTACT_MAY -> keys.addAll(List.of("may", "may-not", "back"));
            case CONFIRM -> {
                keys.add("send");
                FIXED.forEach(step -> keys.add("fix." + key(step)));
            }
        }
        keys.add("stop");
        return keys.stream()
                .map(key -> new Choice(speech.say("reports." + key)))
                .toList();
    }
}
