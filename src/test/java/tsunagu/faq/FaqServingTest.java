package tsunagu.faq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tsunagu.staff.Role;
import tsunagu.staff.TestStaff;

/** What residents are told of entries: by every copy, as long as they hold, and counted. */
class FaqServingTest {

    private static void eventually(String what, BooleanSupplier holds) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void everyCopyOnTheSameDatabaseFollows() {
        Map<String, Object> shared = Map.of(
                "datasources.default.url",
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
        try (var one = new FaqTown(shared);
                var other = new FaqTown(shared)) {
            String path = one.write("二台目でも聞ける質問", "はい、聞けます。");
            one.publish(path);
            assertThat(one.ask("二台目でも聞ける質問")).contains("はい、聞けます。");
            eventually("told by the other copy", () -> other.ask("二台目でも聞ける質問").contains("はい、聞けます。"));
            one.press(one.approver, path, "withdraw", Map.of());
            eventually("no longer told", () -> !other.ask("二台目でも聞ける質問").contains("はい、聞けます。"));
            eventually("counted", () -> one.editor.get(path).body().matches("(?s).*答えた回数 [1-9].*"));
        }
    }

    @Test
    void whatIsOverEndsByItself() {
        try (var town = new FaqTown()) {
            LocalDateTime soon = LocalDateTime.now(ZoneId.of("Asia/Tokyo"))
                    .plusMinutes(1)
                    .truncatedTo(ChronoUnit.SECONDS)
                    .minusSeconds(50);
            String path = town.write(Map.of("question", "今だけの質問", "answer", "今だけの答え", "expire-at", soon.toString()));
            town.publish(path);
            eventually("expired", () -> town.editor.get(path).body().contains("期限切れ"));
            assertThat(town.ask("今だけの質問")).doesNotContain("今だけの答え");
        }
    }

    @Test
    void aQuestionStaffKeepStopsWhatWouldTakeIt() {
        try (var town = new FaqTown()) {
            String hall = town.write("集会室の予約のしかた", "窓口で予約できます。", "集会室を借りたい");
            town.publish(hall);
            String kept = "集会室を予約したいのですが";
            assertThat(town.ask(kept)).contains("窓口で予約できます。");
            town.editor.post(hall + "/golden", Map.of("words", kept));

            String rival = town.write("集会室を予約したい", "電話で予約できます。", kept);
            var stopped = town.publish(rival);
            assertThat(stopped.statusCode()).isEqualTo(409);
            assertThat(stopped.body()).contains("公開を止めました", kept, "窓口で予約できます。", "電話で予約できます。");
            assertThat(town.ask(kept)).contains("窓口で予約できます。");

            String harmless = town.write("駐輪場はありますか", "あります。");
            assertThat(town.publish(harmless).statusCode()).isEqualTo(303);

            town.press(town.approver, rival, "publish", Map.of("reason", "電話に変わった"));
            assertThat(town.ask(kept)).contains("電話で予約できます。");
            TestStaff.Browser administrator = town.staff().member(Role.ADMINISTRATOR, Optional.of(FaqTown.TOWN));
            assertThat(administrator.get("/console/trail").body()).contains("電話に変わった");
        }
    }
}
