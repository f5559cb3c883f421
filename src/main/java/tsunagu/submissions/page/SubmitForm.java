package tsunagu.submissions.page;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.submissions.check.Screening;
import tsunagu.submissions.check.Screening.Verdict;
import tsunagu.submissions.check.Sign;
import tsunagu.submissions.entry.Content;
import tsunagu.submissions.entry.Field;
import tsunagu.submissions.entry.Kind;
import tsunagu.submissions.entry.When;

/**
 * The form as it is shown, empty or with what is wrong.
 *
 * @param texts what was typed, by the name of its input
 * @param problems sentences, by the name of the input; under {@code form} what is wrong with all of it
 */
public record SubmitForm(Kind kind, String municipality, Map<String, String> texts, Map<String, String> problems) {
    public static final String FIRST = "first";
    public static final String LAST = "last";
    public static final String FROM = "from";
    public static final String TO = "to";
    public static final String CONTACT_MAY = "contact-may";
    public static final String CONSENT = "consent";
    public static final String PICTURE = "picture";
    public static final String WHOLE = "form";

    public SubmitForm {
        texts = Map.copyOf(texts);
        problems = Map.copyOf(problems);
    }

    public static SubmitForm empty(Kind kind, String municipality) {
        return new SubmitForm(kind, municipality, Map.of(), Map.of());
    }

    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    public boolean ticked(String name) {
        return texts.containsKey(name);
    }

    /** Empty if nothing is wrong. */
    public String problem(String name) {
        return problems.getOrDefault(name, "");
    }

    /** Null for a good field: the attribute is left out. */
    public String invalid(String name) {
        return problems.containsKey(name) ? "true" : null;
    }

    public boolean isGood() {
        return problems.isEmpty();
    }

    public SubmitForm with(String name, String problem) {
        var all = new HashMap<>(problems);
        all.put(name, problem);
        return new SubmitForm(kind, municipality, texts, all);
    }

    /** As it may be kept. */
    public Content content() {
        Map<String, String> told = new HashMap<>();
        for (Field field : Field.values()) told.put(field.key(), Screening.tidy(text(field.key())));
        Content content = new Content(told, When.UNKNOWN);
        if (kind == Kind.GROUP) return content;
        Optional<LocalTime> from = time(FROM);
        return content.with(new When(day(FIRST), day(LAST), from, time(TO)));
    }

    /** Looks at all that was typed. */
    public SubmitForm checked(Screening screening, LocalDate today) {
        var found = new HashMap<>(problems);
        Content content = content();
        for (Field field : Field.values()) {
            String text = content.text(field);
            if (text.length() > field.longest()) found.put(field.key(), field.longest() + "文字までにしてください。");
            if (text.isEmpty() && field.isNeeded(kind)) found.put(field.key(), field.label(kind) + "を書いてください。");
        }
        Verdict verdict = screening.judge(content);
        verdict.faults()
                .forEach((field, signs) -> found.merge(field.key(), says(signs), (one, other) -> one + " " + other));
        if (kind == Kind.EVENT) days(content.when(), content.has(Field.WHEN), today, found);
        boolean may = ticked(CONTACT_MAY) || !content.has(Field.CONTACT);
        if (!may) found.put(CONTACT_MAY, "公開してよい連絡先かどうかを確かめて、印を付けてください。公開できないときは、連絡先を消してください。");
        if (!ticked(CONSENT)) found.put(CONSENT, "内容を読んで、印を付けてください。");
        return new SubmitForm(kind, municipality, texts, found);
    }

    private static String says(List<Sign> signs) {
        return signs.stream().map(Sign::says).collect(Collectors.joining(" "));
    }

    private void days(When when, boolean noted, LocalDate today, Map<String, String> found) {
        if (when.first().isEmpty() && !text(FIRST).isBlank()) found.put(FIRST, "2026-11-28 のような日付にしてください。");
        else if (when.first().isEmpty() && !noted) found.put(FIRST, "日付を選ぶか、決まっていなければ「日時の補足」に書いてください。");
        if (when.last().isEmpty() && !text(LAST).isBlank()) found.put(LAST, "2026-11-28 のような日付にしてください。");
        if (when.from().isEmpty() && !text(FROM).isBlank()) found.put(FROM, "13:30 のような時刻にしてください。");
        if (when.to().isEmpty() && !text(TO).isBlank()) found.put(TO, "13:30 のような時刻にしてください。");
        Optional<LocalDate> end = when.last().or(when::first);
        if (end.filter(today::isAfter).isPresent()) found.put(FIRST, "もう過ぎた日です。これからの行事をお知らせください。");
        boolean backwards = when.first().isPresent()
                && when.last().filter(last -> last.isBefore(when.first().get())).isPresent();
        if (backwards) found.put(LAST, "はじまる日より前になっています。");
        boolean far = when.first().filter(today.plusYears(2)::isBefore).isPresent();
        if (far) found.put(FIRST, "2年より先の日です。日付を確かめてください。");
    }

    private Optional<LocalDate> day(String name) {
        try {
            return text(name).isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text(name).strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalTime> time(String name) {
        try {
            return text(name).isBlank()
                    ? Optional.empty()
                    : Optional.of(LocalTime.parse(text(name).strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
