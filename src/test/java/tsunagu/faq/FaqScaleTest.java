package tsunagu.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tsunagu.faq.entry.Content;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.faq.entry.Outcome;
import tsunagu.faq.entry.Step;
import tsunagu.faq.serving.Publishing;
import tsunagu.knowledge.Knowledge;
import tsunagu.knowledge.Scope;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/**
 * Many entries: what is found is right, and how long each thing takes is printed. {@code -Dfaq.entries=10000} makes
 * them more than any town writes.
 */
class FaqScaleTest {
    private static final int ENTRIES = Integer.getInteger("faq.entries", 1_000);
    private static final List<String> THINGS =
            List.of("公園", "図書館", "体育館", "集会所", "駐輪場", "保育園", "学童", "畑", "市民農園", "広場");
    private static final List<String> ASKED = List.of("の予約のしかた", "はいつ開きますか", "の料金はいくら", "で火は使えますか", "に駐車場はありますか");

    private final Member editor = new Member(UUID.randomUUID(), "青木", Role.EDITOR, Optional.of("nishitokyo"));
    private final Member approver = new Member(UUID.randomUUID(), "馬場", Role.APPROVER, Optional.of("nishitokyo"));

    private static String question(int i) {
        return "第" + i + "町会の" + THINGS.get(i % THINGS.size()) + ASKED.get(i / 10 % ASKED.size());
    }

    private static Content content(int i) {
        return new Content(
                question(i),
                List.of(i + "番の" + THINGS.get(i % THINGS.size()) + ASKED.get(i / 10 % ASKED.size())),
                "第" + i + "町会の窓口（電話 042-000-" + (1000 + i) + "）へお尋ねください。平日の9時から17時まで受け付けています。"
                        + "混み合う時期は、お待ちいただくことがあります。",
                List.of(),
                "",
                "ja",
                "",
                List.of(THINGS.get(i % THINGS.size())),
                "係" + i % 7,
                Content.Origin.OWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Faq done(Outcome outcome) {
        return ((Outcome.Done) outcome).faq();
    }

    private void publish(Faqs faqs, int i) {
        Faq faq = faqs.create("nishitokyo", content(i), editor, "");
        faq = done(faqs.take(Step.SUBMIT, faq, editor, ""));
        faq = done(faqs.take(Step.APPROVE, faq, approver, ""));
        done(faqs.take(Step.PUBLISH, faq, approver, ""));
    }

    private static <T> T timed(String what, int times, Supplier<T> work) {
        T result = null;
        var millis = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            result = work.get();
            millis.add((System.nanoTime() - began) / 1e6);
        }
        Collections.sort(millis);
        System.out.printf(
                Locale.ROOT, "%s: median %.0f ms, slowest %.0f ms%n", what, millis.get(times / 2), millis.getLast());
        return result;
    }

    @Test
    void manyEntriesAreListedSearchedAndFollowed() {
        try (var town = new FaqTown(Map.of("knowledge.follow", "1h", "faq.watch", "1h"))) {
            Faqs faqs = town.staff().bean(Faqs.class);
            Knowledge knowledge = town.staff().bean(Knowledge.class);
            for (int i = 0; i < ENTRIES; i++) publish(faqs, i);
            timed("first index", 1, () -> {
                knowledge.follow();
                return knowledge;
            });

            assertThat(timed("list", 9, () -> town.editor.get("/console/faq")).body())
                    .contains(ENTRIES + "件");
            assertThat(timed("list by state", 9, () -> town.editor.get("/console/faq?state=published&page=10"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(timed("search", 9, () -> town.editor.get("/console/faq?q=" + "%E7%AC%AC777%E7%94%BA"))
                            .body())
                    .contains("第777町会");
            timed("overdue", 9, () -> town.editor.get("/console/faq?overdue=1"));
            timed("similar", 9, () -> town.editor.get("/console/faq/similar?question=%E5%9B%B3%E6%9B%B8%E9%A4%A8"));
            timed("question", 99, () -> knowledge.find("第321町会の図書館はいつ開きますか", Scope.preferring("nishitokyo")));
            timed("question in other words", 99, () -> knowledge.find("321の図書館の開館", Scope.preferring("nishitokyo")));

            Publishing publishing = town.staff().bean(Publishing.class);
            for (int i = 0; i < 3; i++) {
                Faq faq = faqs.create("nishitokyo", content(ENTRIES + i), editor, "");
                faq = done(faqs.take(Step.SUBMIT, faq, editor, ""));
                Faq approved = done(faqs.take(Step.APPROVE, faq, approver, ""));
                var result =
                        timed("check and publish", 1, () -> publishing.publish(approved, approver, Optional.empty()));
                assertThat(result).isInstanceOf(Publishing.Result.Published.class);
                System.out.println("until told: "
                        + ((Publishing.Result.Published) result).untilTold().orElseThrow());
                assertThat(knowledge.findSame(question(ENTRIES + i), "nishitokyo"))
                        .isPresent();
            }
        }
    }
}
