package tsunagu.notices.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.text.Language;

/**
 * What a notice says, and to whom.
 *
 * @param title may be empty
 * @param body in Japanese
 * @param translations of the body; who reads a language that is missing is told in Japanese
 * @param link {@code https:} or empty
 * @param contact whom to ask, may be empty
 * @param source what it rests on
 * @param sourcedAt when that was so
 * @param areas ids; empty for all of the municipality
 * @param training whether it is to reach nobody
 * @param scheduledAt not before; empty for at once
 */
public record Content(
        String title,
        String body,
        Map<Language, String> translations,
        String link,
        String contact,
        String source,
        Instant sourcedAt,
        List<String> areas,
        boolean training,
        Optional<Instant> scheduledAt) {
    public Content {
        translations = Map.copyOf(translations);
        areas = List.copyOf(areas);
    }

    /** The body as a reader of the language gets it. */
    public String body(Language language) {
        return translations.getOrDefault(language, body);
    }

    /** The title, or how the body begins. */
    public String heading() {
        if (!title.isEmpty()) return title;
        String first = body.lines().findFirst().orElse("").strip();
        int end = first.offsetByCodePoints(0, Math.min(30, first.codePointCount(0, first.length())));
        return first.length() > end ? first.substring(0, end) + "…" : first;
    }
}
